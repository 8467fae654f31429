import { load } from 'cheerio'
import { afterAll, expect, test } from 'vitest'
import { browserOn } from '../../tests/support/cookie-browser.ts'
import { leadsOf } from '../../tests/support/leads.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
// Sessions and codes follow the time of day, so here the clock is the real one.
const now = Temporal.Now.instant()
const web = webForTest(database, { now, isDemo: false })
afterAll(web.close)
const leads = leadsOf(town, web)
const { password, setUpCodes, codeOf } = leads

test('without a second factor a lead holds no role and is led to set it up', async () => {
  const { browser } = await aLeadSignedIn()
  expect((await browser.get('/de/sign-in')).headers.get('location')).toBe('/de/account/second-factor')
  expect((await staffMember(browser))?.memberships).toEqual([])
})

test('with a code of her app she holds her role, and every sign-in asks for one', async () => {
  const { browser, email } = await aLeadSignedIn()
  const { key } = await setUpCodes(browser)
  expect((await staffMember(browser))?.memberships).toHaveLength(1)

  const again = browserOn(web)
  const answer = await again.post('/de/sign-in', { email, password })
  expect(answer.headers.get('location')).toBe('/de/sign-in/code')
  expect(await staffMember(again)).toBeNull()
  expect((await again.post('/de/sign-in/code', { code: '000000' })).status).toBe(422)
  await again.post('/de/sign-in/code', { code: await codeOf(key) })
  expect((await staffMember(again))?.memberships).toHaveLength(1)
})

test('a backup code opens once', async () => {
  const { browser, email } = await aLeadSignedIn()
  const { backupCodes } = await setUpCodes(browser)
  const code = backupCodes[0] ?? ''
  for (const status of [303, 422]) {
    const again = browserOn(web)
    await again.post('/de/sign-in', { email, password })
    expect((await again.post('/de/sign-in/code', { code })).status).toBe(status)
  }
})

test('with another key than the one it was sealed with, a second factor opens nothing and breaks nothing', async () => {
  const { browser, email } = await aLeadSignedIn()
  const { key, backupCodes } = await setUpCodes(browser)
  const restored = webForTest(database, {
    now,
    isDemo: false,
    secret: 'another key, after a restore without it',
  })
  const again = browserOn(restored)
  await again.post('/de/sign-in', { email, password })
  for (const code of [await codeOf(key), backupCodes[0] ?? ''])
    expect((await again.post('/de/sign-in/code', { code })).status).toBe(422)
  await restored.close()
})

test('a wrong first code leaves the second factor off', async () => {
  const { browser } = await aLeadSignedIn()
  await browser.post('/de/account/second-factor', { password })
  expect((await browser.post('/de/account/second-factor/confirm', { code: '000000' })).status).toBe(422)
  expect((await staffMember(browser))?.lacksSecondFactor).toBe(true)
})

test('the page shows the key as a picture and as text, without a script', async () => {
  const { browser } = await aLeadSignedIn()
  const page = load(await (await browser.post('/ar/account/second-factor', { password })).text())
  expect(page('svg[role=img]').attr('aria-label')).toBe('رمز QR لتطبيقك')
  expect(page('code').first().text()).toMatch(/^[A-Z2-7 ]{20,}$/)
})

test('a new password signs her out everywhere else', async () => {
  const { browser, email } = await aLeadSignedIn()
  const elsewhere = browserOn(web)
  await elsewhere.post('/de/sign-in', { email, password })
  const wrong = await browser.post('/de/account/password', { current: 'not it at all', new: `${password}!` })
  expect(wrong.status).toBe(422)
  await browser.post('/de/account/password', { current: password, new: `${password}!` })
  expect(await staffMember(elsewhere)).toBeNull()
  expect(await staffMember(browser)).not.toBeNull()
})

test('whoever has only the password cannot add a factor beside a passkey', async () => {
  const { browser, id } = await aLeadSignedIn()
  await town.db
    .insertInto('identity.passkeys')
    .values({
      ...{ id: crypto.randomUUID(), accountId: id, publicKey: '', credentialId: crypto.randomUUID() },
      ...{ counter: 0, deviceType: 'multiDevice', backedUp: true, createdAt: now },
    })
    .execute()
  expect((await browser.post('/de/account/second-factor', { password })).status).toBe(404)
  const options = 'http://localhost/api/auth/passkey/generate-register-options'
  expect((await web.request(options, { headers: { cookie: browser.cookies() } })).status).toBe(422)
})

test('of the library nothing can be reached but passkeys', async () => {
  for (const path of ['sign-up/email', 'sign-in/email', 'get-session', 'passkey/list-user-passkeys'])
    for (const method of ['GET', 'POST']) expect((await ask(path, method)).status).toBe(404)
  expect((await ask('passkey/generate-authenticate-options', 'GET')).status).toBe(200)
})

const ask = (path: string, method: string) =>
  web.request(`http://localhost/api/auth/${path}`, { method, headers: { origin: 'http://localhost' } })

const aLeadSignedIn = () => leads.aSignedIn()

const staffMember = (browser: ReturnType<typeof browserOn>) =>
  web.identity.staffMember(new Headers({ cookie: browser.cookies() }), town.city, now)
