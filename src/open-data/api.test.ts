import { Validator } from '@seriousme/openapi-schema-validator'
import * as v from 'valibot'
import { afterAll, describe, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { aBusyTown, readAll, readJson, secrets } from '../../tests/support/open-data.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import type { StaffMember } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { endpoints } from './endpoints.ts'
import { ProblemShape, type Session, type SessionAvailability } from './shapes.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const { offers, sessions, centres } = await aBusyTown(town)
const web = webForTest(database)
afterAll(() => web.close())

type Dated = v.InferOutput<typeof Session>
type Free = v.InferOutput<typeof SessionAvailability>
type Named = { id: string; title: string; language: string }

const ids: Record<string, string> = {
  '/centres/{id}': centres.westend.id,
  '/offers/{id}': offers.registered.id,
  '/sessions/{id}': sessions.few.id,
}
const addresses = Object.entries(endpoints).flatMap(([path, { answer, parameters }]) => {
  const address = `/api/v1${path.replace('{id}', ids[path] ?? '')}`
  const languages = parameters.includes('lang' as never) ? ['de', 'en', 'ar'] : [undefined]
  return languages.map(lang => ({ address: lang ? `${address}?lang=${lang}` : address, answer }))
})

test.each(addresses)(
  '$address answers what the description says, and nothing besides',
  async ({ address, answer }) => {
    const { issues } = v.safeParse(answer, await readJson(web, address))
    expect(issues?.map(issue => `${v.getDotPath(issue)}: ${issue.message}`) ?? []).toEqual([])
  },
)

test('the description is a valid OpenAPI document and knows every address', async () => {
  const { paths } = await readJson<{ paths: object }>(web, '/api/v1/openapi.json')
  const validator = new Validator()
  const document = await readJson<Record<string, unknown>>(web, '/api/v1/openapi.json')
  expect(await validator.validate(document)).toMatchObject({ valid: true })
  expect(validator.version).toBe('3.1')
  const described = Object.keys(paths).map(path => path.replace('{id}', ':id').replace(/^\/$/, ''))
  const answered = web.interfaceTable.map(({ path }) => path).filter(path => path !== '/openapi.json')
  expect(described.filter(path => !answered.includes(path))).toEqual([])
})

test('a list goes on behind the last one read, each once and in order, also when something is new', async () => {
  const all = await readAll<Dated>(web, '/api/v1/sessions')
  const byTwo = await readAll<Dated>(web, '/api/v1/sessions?limit=2')
  expect(byTwo).toEqual(all)
  expect(new Set(all.map(({ id }) => id)).size).toBe(10)
  expect(all.map(({ startsAt }) => startsAt)).toEqual(all.map(({ startsAt }) => startsAt).sort())
  expect((await readAll<Named>(web, '/api/v1/offers?limit=1')).map(({ title }) => title)).toEqual([
    ...['Krabbelgruppe', 'Babymassage', 'PEKiP-Kurs', 'Elternabend online'],
  ])
  const page = await web.get('/api/v1/sessions?limit=2')
  expect(page.headers.get('link')).toMatch(
    /^<http:\/\/localhost\/api\/v1\/sessions\?limit=2&cursor=.+>; rel="next"$/,
  )
})

test.each([
  ['centre=kiez-dotzheim', ['PEKiP-Kurs']],
  ['centre=ID', ['PEKiP-Kurs']],
  ['free=yes&kind=education', ['Elternabend online']],
  ['online=yes', ['Elternabend online']],
  ['just-come=yes&age=7m', ['Krabbelgruppe', 'Elternabend online']],
  ['places=yes&kind=education', ['Babymassage', 'PEKiP-Kurs', 'Elternabend online']],
  ['language=ar', ['Babymassage']],
  ['step-free=yes', ['Babymassage']],
  ['day=thursday&part=afternoon', ['PEKiP-Kurs']],
  ['q=Elternabend', ['Elternabend online']],
])('the filters are those of the list for families: %s', async (query, titles) => {
  const path = `/api/v1/offers?${query.replace('ID', centres.dotzheim.id)}`
  expect((await readAll<Named>(web, path)).map(({ title }) => title)).toEqual(titles)
})

test('free places are said as the pages say them, exactly only when they are few', async () => {
  const free = await readAll<Free>(web, '/api/v1/availability')
  const of = ({ id }: { id: string }) => free.find(({ sessionId }) => sessionId === id)?.availability
  expect(of(sessions.today)).toMatchObject({ state: 'just-come', places: null, registerUrl: null })
  expect(of(sessions.few)).toMatchObject({ state: 'few', places: 2 })
  expect(of(sessions.full)).toMatchObject({ state: 'waiting', places: null })
  expect(of(sessions.first)).toMatchObject({ state: 'open', places: null })
  expect(of(sessions.notYet)).toMatchObject({ state: 'not-yet', opensAt: '2026-12-01T08:00:00+01:00' })
  expect(of(sessions.cancelled)).toBeNull()
  // The id in the address of the form may have any digits.
  const { registerUrl: _, ...said } = of(sessions.first) ?? { registerUrl: null }
  expect(JSON.stringify(said)).not.toContain('10')
})

test('a date says that it is cancelled, why, and when the next one is', async () => {
  const dated = await readJson<Dated>(web, `/api/v1/sessions/${sessions.cancelled.id}`)
  expect(dated).toMatchObject({
    status: 'cancelled',
    cancellation: { reason: 'illness', note: 'Gute Besserung!', nextSessionId: sessions.openEnd.id },
  })
})

test('a date that was moved says from when', async () => {
  const dated = await readJson<Dated>(web, `/api/v1/sessions/${sessions.moved.id}`)
  expect(dated).toMatchObject({
    startsAt: '2026-12-08T20:00:00+01:00',
    movedFrom: '2026-12-01T20:00:00+01:00',
  })
  expect(dated.sequence).toBe(1)
})

test('texts come in the language asked for, or say in which they are', async () => {
  const [arabic, german] = await readAll<Named>(web, '/api/v1/offers?lang=ar')
  expect(arabic).toMatchObject({ title: 'لقاء الرضّع', language: 'ar' })
  expect(german).toMatchObject({ title: 'Babymassage', language: 'de' })
})

test.each([
  ['/api/v1/offers?kind=party', 400, 'kind'],
  ['/api/v1/offers?kin=education', 400, 'kin'],
  ['/api/v1/offers?kind=education&kind=activity', 400, 'kind'],
  ['/api/v1/offers?limit=1000', 400, 'limit'],
  ['/api/v1/offers?cursor=zzz', 400, 'cursor'],
  ['/api/v1/sessions?cursor=MjAyNi05OS05OSAwMDowMDowMCAw', 400, 'cursor'],
  ['/api/v1/sessions?from=2026-02-30', 400, 'from'],
  ['/api/v1/offers?lang=fr', 400, 'lang'],
  ['/api/v1/offers/nothing', 404, undefined],
  ['/api/v1/offers/00000000-0000-4000-8000-000000000000', 404, undefined],
  ['/api/v1/nothing', 404, undefined],
])('%s is answered as a problem', async (path, status, parameter) => {
  const answer = await web.get(path)
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  const problem = v.parse(ProblemShape, await answer.json())
  expect(problem.status).toBe(status)
  expect(problem.errors?.map(error => error.parameter)).toEqual(parameter && [parameter])
  const explained = await (await web.get('/en/open-data')).text()
  expect(explained).toContain(`id="${problem.type.split('#')[1]}"`)
})

test('whatever changes something is refused, and says what can be done', async () => {
  const answer = await web.request('http://localhost/api/v1/offers', { method: 'DELETE' })
  expect(answer.status).toBe(405)
  expect(answer.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
  expect(answer.headers.get('content-type')).toContain('problem+json')
})

describe('every page of every site may read it', () => {
  test('an answer says so, also when nothing changed', async () => {
    const first = await web.get('/api/v1/offers')
    const etag = first.headers.get('etag') ?? ''
    const again = await web.request('http://localhost/api/v1/offers', { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    for (const { headers } of [first, again, await web.get('/api/v1/nothing')])
      expect(headers.get('access-control-allow-origin')).toBe('*')
  })

  test('who asks before asking hears that reading is all', async () => {
    const answer = await web.request('http://localhost/api/v1/offers', { method: 'OPTIONS' })
    expect(answer.status).toBe(204)
    expect(answer.headers.get('access-control-allow-methods')).toBe('GET, HEAD')
  })

  test('pages themselves stay closed to other sites', async () => {
    expect((await web.get('/de/offers')).headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('nothing is said that pages for everybody do not say', () => {
  const everything = async () => {
    const answers = [
      ...addresses.map(({ address }) => address),
      ...Object.values(offers).map(({ id }) => `/api/v1/offers/${id}`),
      ...Object.values(sessions).map(({ id }) => `/api/v1/sessions/${id}`),
    ]
    return (await Promise.all(answers.map(async path => (await web.get(path)).text()))).join('\n')
  }

  test('no online link, no name of a leader, no family, no draft', async () => {
    await keepOnlineLink()
    const said = await everything()
    for (const secret of [...secrets, 'Yıldız', 'Noch ein Entwurf', sessions.secret.id])
      expect(said).not.toContain(secret)
  })

  test('control: what stands there would be found', async () => {
    expect(await everything()).toContain('Krabbelgruppe')
  })

  test('a cookie of staff makes no difference', async () => {
    const lead = webForTest(database, { as: leadOf(town.westend) as StaffMember })
    expect(await (await lead.get('/api/v1/offers')).text()).not.toContain('Noch ein Entwurf')
    expect((await lead.get(`/api/v1/sessions/${sessions.secret.id}`)).status).toBe(404)
    await lead.close()
  })
})

const keepOnlineLink = () =>
  inTransaction(town.contextOf({ kind: 'system' }), tx =>
    tx
      .insertInto('onlineLinks')
      .values({
        ...{ cityId: town.city.id, offerId: offers.online.id, sessionId: null },
        ...{ providerId: town.westend.providerId, centreId: town.westend.id },
        address: 'https://meet.example/geheim',
      })
      .execute(),
  )
