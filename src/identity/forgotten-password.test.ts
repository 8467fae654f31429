import { load } from 'cheerio'
import pg from 'pg'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { browserOn } from '../../tests/support/cookie-browser.ts'
import { leadsOf } from '../../tests/support/leads.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import type { Mail } from '../platform/mail/mailer.ts'
import { PostRefused } from '../platform/post-failures.ts'
import { issueSetUpToken, makeAccount, setPassword } from './accounts.ts'
import { identityJobs } from './jobs.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
// Links and sessions follow the time of day, so here the clock is the real one.
const now = Temporal.Now.instant()
const web = webForTest(database, { now, isDemo: false })
const leads = leadsOf(town, web)
const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
afterAll(() => Promise.all([web.close(), admin.end()]))
// All tests ask from the same address.
beforeEach(() => admin.query('delete from identity.rate_limits'))
const newPassword = 'drei blaue boote'

test('whoever forgot her password gets a link by mail, in her language, and chooses a new one', async () => {
  const { email } = await leads.withPassword()
  await ask(email.toUpperCase(), 'ar')
  const [mail] = await answered()
  expect(mail).toMatchObject({ to: email, fromName: 'مراكز KiEZ', subject: 'اختيار كلمة مرور جديدة' })
  expect(mail?.text).toContain('http://localhost/ar/set-up?token=')

  expect((await choose(mail)).headers.get('location')).toBe('/de/sign-in?done=set-up')
  const old = await browserOn(web).post('/de/sign-in', { email, password: leads.password })
  expect(old.status).toBe(422)
  expect((await browserOn(web).post('/de/sign-in', { email, password: newPassword })).status).toBe(303)
})

test('the answer is the same for every e-mail, and nobody else is written to', async () => {
  const { email } = await leads.withPassword()
  const demo = await makeAccount(web.identity, { email: 'demo@example.org', name: 'Demo', isDemo: true })
  await setPassword(web.identity, demo.id, leads.password)
  await makeAccount(web.identity, { email: 'eingeladen@example.org', name: 'Noch ohne Passwort' })
  const others = ['niemand@example.org', 'demo@example.org', 'eingeladen@example.org']
  const pages: string[] = []
  for (const each of [email, ...others]) pages.push(await (await ask(each)).text())
  expect(new Set(pages).size).toBe(1)
  expect((await answered()).map(({ to }) => to)).toEqual([email])
})

test('the answer is given before anybody looks whether there is such an account', async () => {
  // Without the table of accounts the page would fail if it looked; the control is the sign-in, which does look.
  const other = webForTest(database, { now, isDemo: false })
  await admin.query('alter table identity.accounts rename to accounts_away')
  try {
    expect((await ask('irgendwer@example.org')).status).toBe(200)
    const signIn = { email: 'irgendwer@example.org', password: 'egal was es ist' }
    await expect(other.post('/de/sign-in', signIn)).rejects.toThrow()
  } finally {
    await admin.query('alter table identity.accounts_away rename to accounts')
  }
  await other.close()
  await answered()
})

test('a link works once', async () => {
  const [mail] = await linkFor(await leads.withPassword())
  expect((await choose(mail)).status).toBe(303)
  const again = await choose(mail, 'noch ein anderes passwort')
  expect(again.status).toBe(422)
  expect(load(await again.text())('[role=alert]').text()).toContain('Der Link gilt nicht mehr')
})

test('with the new password every older link of the account is worthless', async () => {
  const lead = await leads.withPassword()
  const [first] = await linkFor(lead)
  const handedOver = await issueSetUpToken(web.identity, lead.id)
  const [second] = await linkFor(lead)
  expect((await choose(second)).status).toBe(303)
  expect((await choose(first)).status).toBe(422)
  const sent = await web.post('/de/set-up', { token: handedOver, password: newPassword })
  expect(sent.status).toBe(422)
})

test('after an hour a link opens nothing any more; a minute before it still does', async () => {
  for (const [minutes, status] of [
    [59, 303],
    [61, 422],
  ] as const) {
    const [mail] = await linkFor(await leads.withPassword())
    await admin.query(
      `update identity.verifications set expires_at = expires_at - interval '${minutes} minutes'`,
    )
    expect((await choose(mail)).status).toBe(status)
  }
})

test('the second factor stays: the new password alone opens nothing', async () => {
  const lead = await leads.aSignedIn()
  const { key } = await leads.setUpCodes(lead.browser)
  const [mail] = await linkFor(lead)
  await choose(mail)

  const browser = browserOn(web)
  const answer = await browser.post('/de/sign-in', { email: lead.email, password: newPassword })
  expect(answer.headers.get('location')).toBe('/de/sign-in/code')
  expect((await browser.get('/de/account')).headers.get('location')).toMatch('/de/sign-in')
  // The control: with the code she is in.
  await browser.post('/de/sign-in/code', { code: await leads.codeOf(key) })
  expect((await browser.get('/de/account')).status).toBe(200)
})

test('whoever was signed in with the old password is signed out', async () => {
  const lead = await leads.aSignedIn()
  const [mail] = await linkFor(lead)
  expect((await lead.browser.get('/de/account')).status).toBe(200)
  await choose(mail)
  expect((await lead.browser.get('/de/account')).status).toBe(303)
})

test('the fourth request within an hour sends nothing, and is answered like the others', async () => {
  const { email } = await leads.withPassword()
  const pages: string[] = []
  for (let count = 0; count < 4; count++) pages.push(await (await ask(email)).text())
  expect(new Set(pages).size).toBe(1)
  expect(await answered()).toHaveLength(3)
})

test('an e-mail that is none is said at the field', async () => {
  const sent = await web.post('/de/sign-in/forgotten', { email: 'keine' })
  expect(sent.status).toBe(422)
  expect(load(await sent.text())('[role=alert] a').attr('href')).toBe('#email')
})

test('the request is gone once it is answered; while the mail server is down it stays, for an hour', async () => {
  const { email } = await leads.withPassword()
  await ask(email)
  await expect(answered({ send: () => Promise.reject(new Error('down')) })).rejects.toThrow('down')
  expect(await requests()).toBe(1)
  expect(await answered()).toHaveLength(1)
  expect(await requests()).toBe(0)

  await ask(email)
  expect(await answered({ at: now.add({ minutes: 61 }) })).toEqual([])
  expect(await requests()).toBe(0)
})

test('a mailbox that does not exist is not tried again', async () => {
  const { email } = await leads.withPassword()
  await ask(email)
  await answered({ send: () => Promise.reject(new PostRefused('550')) })
  expect(await requests()).toBe(0)
})

test('link and new password stand in the audit log, without e-mail and address', async () => {
  const lead = await leads.withPassword()
  const [mail] = await linkFor(lead)
  await choose(mail)
  const { rows } = await admin.query(
    'select account_id, action from audit_entries where subject_id = $1 order by id',
    [lead.id],
  )
  expect(rows).toEqual([
    { account_id: 'system', action: 'password.link-sent' },
    { account_id: lead.id, action: 'password.set' },
  ])
})

test('the sign-in page leads there, and in the demo it says that no link comes', async () => {
  const signIn = load(await (await web.get('/de/sign-in')).text())
  expect(signIn('a[href="/de/sign-in/forgotten"]').text()).toBe('Passwort vergessen?')
  const demo = webForTest(database, { now })
  expect(await (await demo.get('/de/sign-in/forgotten')).text()).toContain('keine Links zu Demo-Konten')
  await demo.close()
})

const ask = (email: string, language = 'de') => web.post(`/${language}/sign-in/forgotten`, { email })

const linkFor = async ({ email }: { email: string }) => {
  await ask(email)
  return answered()
}

const choose = (mail: Mail | undefined, password = newPassword) =>
  web.post('/de/set-up', { token: /token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '', password })

/** Works off the waiting requests; the mails that went out. */
async function answered({ send, at = now }: { send?: () => Promise<void>; at?: Temporal.Instant } = {}) {
  const mails: Mail[] = []
  const take = async (mail: Mail) => {
    mails.push(mail)
  }
  const mailer = { send: send ?? take, close: () => {} }
  const { auth, baseUrl } = web.identity
  const [job] = identityJobs({ auth, baseUrl, mailer })
  const { rows } = await admin.query(
    `select data from pgboss.job where name = 'send-password-link' order by created_on`,
  )
  for (const { data } of rows)
    await job?.run(town.contextOf({ kind: 'system' }, at), { data, attempt: 1, isLastAttempt: false })
  return mails
}

const requests = async () => (await admin.query('select from identity.password_requests')).rowCount
