import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { answerAsked } from '../browser/worker/answer.ts'
import { findPage, forgetPages, keepPage, mayBeKept } from '../browser/worker/kept-pages.ts'
import { databaseForThisFile } from './support/server.ts'
import { aTown } from './support/town.ts'
import { webForTest } from './support/web.ts'

/** What a phone keeps of these pages, by the code of its worker; only the browser's own cupboards are replaced. */

const site = 'https://netz.example'
const now = Date.parse('2026-11-16T08:00:00Z')
const hour = 3600 * 1000

const database = await databaseForThisFile()
await aTown(database)
const web = webForTest(database)
afterAll(web.close)

let cupboards: Record<string, Map<string, Response>> = {}
vi.stubGlobal('caches', {
  open: async (name: string) => {
    cupboards[name] ??= new Map()
    return aCache(cupboards[name])
  },
  delete: async (name: string) => delete cupboards[name],
})
const close = vi.fn()
vi.stubGlobal('registration', { getNotifications: async () => [{ close }] })
vi.stubGlobal('location', new URL(site))
afterAll(() => vi.unstubAllGlobals())
beforeEach(() => {
  cupboards = {}
  vi.stubGlobal('fetch', async () => new Response('', { status: 404 }))
})

describe('of all addresses of the product', () => {
  const read = web.routeTable.filter(({ method }) => method === 'GET').map(({ path }) => path)
  const filled = (path: string) => new URL(`${site}/de${path.replaceAll(/:\w+/g, 'a-1')}`)

  test('the week, the offers, their dates and the centres stay on the phone, and nothing else', () => {
    expect(read.filter(path => mayBeKept(filled(path))).sort()).toEqual([
      ...[
        '',
        '/centres',
        '/centres/:slug',
        '/centres/:slug/pictures',
        '/offers',
        '/offers/:slug',
        '/sessions/:id',
      ],
    ])
  })

  test('none of them is a personal page: whoever says that it is not to be stored is not stored', async () => {
    for (const path of ['/my', '/staff', '/ask', '/counselling/code', `/my/${'a'.repeat(22)}`]) {
      const answer = await web.get(`/de${path}`)
      await keepPage(`${site}/de${path}`, answer.clone(), now)
      await keepPage(`${site}/de/centres`, new Response(await answer.text(), answer), now)
    }
    expect(Object.keys(cupboards)).toEqual([])
  })

  test('nor is a personal page kept that forgot to say so', async () => {
    const forgetful = new Response('<main>', { headers: { 'content-type': 'text/html' } })
    await keepPage(`${site}/de/my/${'a'.repeat(22)}`, forgetful, now)
    expect(Object.keys(cupboards)).toEqual([])
  })

  test('control: what everybody may read is kept by the same way', async () => {
    await keepPage(`${site}/de/centres`, await web.get('/de/centres'), now)
    expect(keptPages()).toEqual([`${site}/de/centres`])
  })

  test('nor is what somebody searched for, though the district in the address is no secret', () => {
    expect(mayBeKept(new URL(`${site}/de/offers?q=frauenhaus`))).toBe(false)
    expect(mayBeKept(new URL(`${site}/de?district=01`))).toBe(true)
    expect(mayBeKept(new URL(`${site}/de/offers?day=week`))).toBe(true)
  })
})

test('what staff do, and every form but the one that cancels, is left to the browser', () => {
  const asked = (method: string, path: string) => {
    const answered = vi.fn()
    const request = { method, url: site + path, mode: 'navigate' } as Request
    answerAsked({ request, respondWith: answered, waitUntil: () => {} })
    return answered.mock.calls.length
  }
  const link = 'a'.repeat(22)
  expect(asked('GET', '/de/staff/programme')).toBe(0)
  expect(asked('POST', '/de/join/1')).toBe(0)
  expect(asked('POST', `/de/my/${link}/change`)).toBe(0)
  expect(asked('POST', `/de/my/${link}/cancel`)).toBe(1)
  expect(asked('GET', '/de/offers')).toBe(1)
})

test('a cancellation of which nobody could be told that it is sent later is not sent later', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
  const answered: Promise<Response>[] = []
  const request = { method: 'POST', url: `${site}/de/my/${'a'.repeat(22)}/cancel`, mode: 'navigate' }
  // There is no database here: to keep it would fail.
  answerAsked({
    ...{ request: request as Request, waitUntil: () => {} },
    respondWith: answer => answered.push(answer),
  })
  expect((await answered[0])?.type).toBe('error')
})

describe('a page that is kept', () => {
  const address = `${site}/de/offers/krabbelgruppe`
  const page = () => new Response('<main>', { headers: { 'content-type': 'text/html' } })

  test('is believed for seven days', async () => {
    await keepPage(address, page(), now)
    expect((await findPage(address, now + 7 * 24 * hour - 1))?.keptAt).toBe(now)
    expect(await findPage(address, now + 7 * 24 * hour)).toBeUndefined()
  })

  test('is taken off the phone when the next one is kept after that', async () => {
    await keepPage(address, page(), now)
    await keepPage(`${address}-next`, page(), now + 7 * 24 * hour)
    expect(keptPages()).toEqual([`${address}-next`])
  })

  test('is one of thirty at most: the one read longest ago goes first', async () => {
    for (let number = 0; number < 31; number++) await keepPage(`${address}-${number}`, page(), now)
    await keepPage(`${address}-1`, page(), now)
    expect(keptPages()).toHaveLength(30)
    expect(keptPages()[0]).toBe(`${address}-2`)
  })

  test('is gone when somebody leaves quickly', async () => {
    await keepPage(address, page(), now)
    await forgetPages()
    expect(Object.keys(cupboards)).toEqual([])
    expect(await findPage(address, now)).toBeUndefined()
    expect(close).toHaveBeenCalled()
  })

  test('is gone, too, when it was just being put away', async () => {
    const keeping = keepPage(address, page(), now)
    await forgetPages()
    await keeping
    expect(await findPage(address, now)).toBeUndefined()
  })
})

test('how it stands among the apps of a phone is said in the language of whoever puts it there', async () => {
  const manifest = JSON.parse(await (await web.get('/ar/app.webmanifest')).text())
  expect(manifest).toMatchObject({ lang: 'ar', dir: 'rtl', start_url: '/ar', display: 'standalone' })
  for (const { src, sizes } of manifest.icons) {
    const icon = Buffer.from(await (await web.get(src)).arrayBuffer())
    expect(`${icon.readUInt32BE(16)}x${icon.readUInt32BE(20)}`).toBe(sizes)
  }
})

test('a personal page brings no app and keeps nothing readable; it can only be left quickly', async () => {
  const scriptsOf = async (path: string) =>
    [...(await (await web.get(path)).text()).matchAll(/assets\/([a-z-]+?)(?:-[\w-]{8})?\.js/g)].map(
      ([, name]) => name,
    )
  expect(await scriptsOf('/de/my')).toEqual(['leave-quickly'])
  expect(await scriptsOf('/de')).toEqual(['leave-quickly', 'works-offline'])
  expect(await (await web.get('/de/my')).text()).not.toContain('app.webmanifest')
})

const keptPages = () => [...(cupboards.pages?.keys() ?? [])]

const addressOf = (request: string | Request) => (typeof request === 'string' ? request : request.url)

function aCache(held: Map<string, Response>) {
  return {
    match: async (request: string | Request) => held.get(addressOf(request))?.clone(),
    put: async (address: string, answer: Response) => void held.set(address, answer),
    delete: async (request: string | Request) => held.delete(addressOf(request)),
    keys: async () => [...held.keys()].map(url => ({ url })),
  }
}
