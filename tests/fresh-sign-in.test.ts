import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { asksAgain } from '../src/identity/index.ts'
import { leadsOf } from './support/leads.ts'
import { databaseForThisFile } from './support/server.ts'
import { aTown } from './support/town.ts'
import { webForTest } from './support/web.ts'

/**
 * What changes rights, exports names or deletes asks again who sits there. Here stand all addresses that do so; a
 * new one of that kind gets `freshSignIn` where it is mounted, and a line here.
 */
const asking = [
  'POST /account/passkeys/end',
  'GET /staff/people/add',
  'POST /staff/people/add',
  'POST /staff/people/:id/end',
  'POST /staff/people/:id/renew',
  'GET /staff/support/grant',
  'POST /staff/support/grant',
  'POST /staff/support/:id/end',
]

const database = await databaseForThisFile()
const town = await aTown(database)
const now = Temporal.Now.instant()
const web = webForTest(database, { now, isDemo: false })
afterAll(web.close)
const leads = leadsOf(town, web)
const { browser: manager } = await leads.aSignedIn({ asManager: true })
await leads.setUpCodes(manager)

test('the table of addresses says which ones ask', () => {
  const found = web.routeTable.filter(({ audience }) => asksAgain(audience))
  expect(found.map(({ method, path }) => `${method} ${path}`)).toEqual(asking)
})

test('whatever changes people or support access asks, except to look', () => {
  const changing = web.routeTable.filter(
    ({ method, path }) => method === 'POST' && /^\/staff\/(people|support)/.test(path),
  )
  expect(changing.length).toBeGreaterThan(0)
  expect(changing.filter(({ audience }) => !asksAgain(audience))).toEqual([])
})

test.each(asking)('ten minutes after signing in, %s asks first', async route => {
  web.moveTimeTo(now.add({ minutes: 11 }))
  expect(await asks(route)).toBe(true)
})

test.each(asking)('the control: a minute after signing in, %s does not ask', async route => {
  web.moveTimeTo(now.add({ minutes: 1 }))
  expect(await asks(route)).toBe(false)
})

test('the control: an address without that guard does not ask, however long ago she signed in', async () => {
  web.moveTimeTo(now.add({ minutes: 11 }))
  expect(await asks('GET /staff/people')).toBe(false)
})

async function asks(route: string) {
  const [method, path = ''] = route.split(' ')
  const address = `/de${path.replace(/:\w+/g, randomUUID())}`
  const answer = method === 'GET' ? await manager.get(address) : await manager.post(address, {})
  const isSentOn = answer.headers.get('location')?.startsWith('/de/account/confirm') === true
  return isSentOn || (await answer.text()).includes('name="confirm-password"')
}
