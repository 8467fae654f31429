import { load } from 'cheerio'
import { afterAll, expect, test } from 'vitest'
import { browserOn } from '../../tests/support/cookie-browser.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { issueSetUpToken, makeAccount } from './accounts.ts'
import { demoPassword, listDemoSignIns, makeDemoAccounts } from './demo-accounts.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
// Sessions are opened by the library at the time of day, so here the clock is the real one.
const now = Temporal.Now.instant()
const web = webForTest(database, { now })
afterAll(web.close)
await town.anOffer({ title: 'Krabbelgruppe' })
await makeDemoAccounts(web.identity, town.city, now)
const lead = { email: 'leitung@example.org', password: demoPassword }

test('the lead of a centre signs in and her day begins at her desk', async () => {
  const browser = browserOn(web)
  const answer = await browser.post('/de/sign-in', lead)
  expect(answer.status).toBe(303)
  expect((await browser.get('/de/sign-in')).headers.get('location')).toBe('/de/staff')
})

test('the cookie of a session is out of reach for scripts and other sites, and ends with the window', async () => {
  const answer = await browserOn(web).post('/de/sign-in', lead)
  const [cookie] = answer.headers.getSetCookie()
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Lax/)
  expect(cookie).not.toMatch(/Max-Age|Expires/i)
})

test('a session remembers neither the network address nor the browser', async () => {
  await browserOn(web).post('/de/sign-in', lead)
  const kept = await town.db.selectFrom('identity.sessions').select(['ipAddress', 'userAgent']).execute()
  expect(kept.length).toBeGreaterThan(0)
  expect(kept.flatMap(Object.values).filter(Boolean)).toEqual([])
})

test('a wrong password and an unknown account get the same answer', async () => {
  const wrong = await browserOn(web).post('/de/sign-in', { ...lead, password: 'not this one at all' })
  const unknown = await browserOn(web).post('/de/sign-in', { ...lead, email: 'nobody@example.org' })
  expect([wrong.status, unknown.status]).toEqual([422, 422])
  expect(alertOf(await wrong.text())).toBe(alertOf(await unknown.text()))
})

test('after signing out the cookie opens nothing any more', async () => {
  const browser = browserOn(web)
  await browser.post('/de/sign-in', lead)
  const cookies = browser.cookies()
  await browser.post('/de/sign-out', {})
  expect((await browserOn(web, cookies).get('/de/account')).headers.get('location')).toMatch('/de/sign-in')
})

test.each([
  ...['https://evil.example/', '//evil.example', '/\\evil.example', '/\t/evil.example'],
  // Harmless until the dots are resolved; what is left of them is another host.
  ...[
    '/.//evil.example',
    '/x/..//evil.example',
    '/%2e//evil.example',
    '/.%2E//evil.example',
    '/./\\evil.example',
  ],
])('signing in never leads away: %j', async next => {
  const browser = browserOn(web)
  const answer = await browser.post('/de/sign-in', { ...lead, next })
  expect(answer.headers.get('location')).toBe('/de/sign-in')
  const already = await browser.get(`/de/sign-in?next=${encodeURIComponent(next)}`)
  expect(already.headers.get('location')).toBe('/de/staff')
})

test('signing in leads back to the page that asked for it', async () => {
  const answer = await browserOn(web).post('/ar/sign-in', { ...lead, next: '/ar/staff/support?all=1' })
  expect(answer.headers.get('location')).toBe('/ar/staff/support?all=1')
})

test('the demo offers an account for each role, and one click signs in', async () => {
  const signIns = await listDemoSignIns(web.identity, town.city, now)
  expect(signIns.map(({ role, at }) => `${role}, ${at}`)).toEqual([
    'centre-lead, KiEZ Westend',
    'centre-lead, KiEZ Westend',
    'course-leader, KiEZ Westend',
    'provider-manager, AWO Kleinstadt',
    'city-office, Kleinstadt',
    'administrator, Kleinstadt',
    'centre-lead, KiEZ Dotzheim',
  ])
  const answer = await browserOn(web).post('/de/sign-in/demo', { email: 'kurs@example.org' })
  expect(answer.headers.getSetCookie()).toHaveLength(1)
})

test('nobody binds an account of the demo to her own device', async () => {
  const options = '/api/auth/passkey/generate-register-options'
  const browser = browserOn(web)
  await browser.post('/de/sign-in', lead)
  expect((await browser.get(options)).status).toBe(422)
  // The control: it is because the account is one of the demo.
  const isDemo = (value: boolean) =>
    town.db.updateTable('identity.accounts').set({ isDemo: value }).where('email', '=', lead.email).execute()
  await isDemo(false)
  expect((await browser.get(options)).status).toBe(200)
  await isDemo(true)
})

test('outside the demo its accounts open nothing, though their password is known', async () => {
  const real = webForTest(database, { now, isDemo: false })
  const answer = await browserOn(real).post('/de/sign-in', lead)
  expect(answer.status).toBe(422)
  const kept = browserOn(web)
  await kept.post('/de/sign-in', lead)
  expect((await browserOn(real, kept.cookies()).get('/de/account')).status).toBe(303)
  await real.close()
})

test('a session ends after ten hours, however busy somebody is', async () => {
  const browser = browserOn(web)
  await browser.post('/de/sign-in', lead)
  const headers = new Headers({ cookie: browser.cookies() })
  expect(await web.identity.staffMember(headers, town.city, now.add({ hours: 9 }))).not.toBeNull()
  expect(await web.identity.staffMember(headers, town.city, now.add({ hours: 11 }))).toBeNull()
  expect(await web.identity.staffMember(headers, town.city, now)).toBeNull()
})

test('the one-time link gives an account its password, once', async () => {
  const account = await makeAccount(web.identity, { email: 'neu@example.org', name: 'Nina Neu' })
  const token = await issueSetUpToken(web.identity, account.id)
  const password = 'eine laterne am see'
  const short = await browserOn(web).post('/de/set-up', { token, password: 'kurz' })
  expect(short.status).toBe(422)
  expect((await browserOn(web).post('/de/set-up', { token, password })).status).toBe(303)
  expect((await browserOn(web).post('/de/set-up', { token, password: 'ein anderes passwort' })).status).toBe(
    422,
  )

  const browser = browserOn(web)
  expect((await browser.post('/de/sign-in', { email: account.email, password })).status).toBe(303)
})

test('a role in one city is none in another', async () => {
  // The last test: from here on the host name would have to say which city is meant.
  const browser = browserOn(web)
  await browser.post('/de/sign-in', lead)
  const elsewhere = await aTown(database, { slug: 'anderswo' })
  const headers = new Headers({ cookie: browser.cookies() })
  expect((await web.identity.staffMember(headers, town.city, now))?.memberships).toHaveLength(1)
  expect((await web.identity.staffMember(headers, elsewhere.city, now))?.memberships).toEqual([])
})

const alertOf = (html: string) => load(html)('[role=alert]').text()
