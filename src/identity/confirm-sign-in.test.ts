import { load } from 'cheerio'
import pg from 'pg'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { leadsOf } from '../../tests/support/leads.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const now = Temporal.Now.instant()
const web = webForTest(database, { now, isDemo: false })
const leads = leadsOf(town, web)
const { password } = leads
const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
afterAll(() => Promise.all([web.close(), admin.end()]))
beforeEach(() => admin.query('delete from identity.rate_limits'))
const helper = await leads.withPassword()

test('a page waits until she has confirmed with password and code, and then opens', async () => {
  const { browser, key } = await aManagerOfLongAgo()
  const sentOn = (await browser.get('/ar/staff/support/grant')).headers.get('location') ?? ''
  expect(sentOn).toBe('/ar/account/confirm?next=%2Far%2Fstaff%2Fsupport%2Fgrant')
  const asks = load(await (await browser.get(sentOn)).text())
  expect(asks('h1').text()).toBe('يرجى تأكيد هويتك')

  const proof = { next: '/ar/staff/support/grant', ...(await proofOf(key)) }
  const answer = await browser.post('/ar/account/confirm', proof)
  expect(answer.headers.get('location')).toBe('/ar/staff/support/grant')
  expect((await browser.get('/ar/staff/support/grant')).status).toBe(200)
})

test('a form that was sent too late is kept, and done once she has confirmed', async () => {
  const { browser, key } = await aManagerOfLongAgo()
  const page = load(
    await (await browser.post('/de/staff/support/grant', granting('Wegen Dopplungen'))).text(),
  )
  expect(page('[role=status]').text()).toContain('Nichts ist verloren')
  expect(await reasons()).not.toContain('Wegen Dopplungen')

  const kept = Object.fromEntries(
    page('main form input[type=hidden]')
      .toArray()
      .map(({ attribs }) => [attribs.name ?? '', attribs.value ?? '']),
  )
  expect(kept).toEqual(granting('Wegen Dopplungen'))
  const answer = await browser.post(page('main form').attr('action') ?? '', {
    ...kept,
    ...(await proofOf(key)),
  })
  expect(answer.headers.get('location')).toBe('/de/staff/support?done=granted')
  expect(await reasons()).toContain('Wegen Dopplungen')
})

test.each([
  ['a wrong password', { 'confirm-password': 'das ist es nicht' }],
  ['a wrong code', { 'confirm-code': '000000' }],
  ['no code', { 'confirm-code': '' }],
])('%s changes nothing, and what she typed is still there', async (_, wrong) => {
  const { browser, key } = await aManagerOfLongAgo()
  const proof = { ...(await proofOf(key)), ...wrong }
  const answer = await browser.post('/de/staff/support/grant', { ...granting('Falsch'), ...proof })
  expect(answer.status).toBe(422)
  const page = load(await answer.text())
  expect(page('[role=alert] a').attr('href')).toBe('#confirm-password')
  expect(page('input[name=reason]').attr('value')).toBe('Falsch')
  expect(page('main').html()).not.toContain(password)
  expect(await reasons()).not.toContain('Falsch')
})

test('guessing has the limits of the sign-in: after five failures the right password does not help', async () => {
  const { browser, key } = await aManagerOfLongAgo()
  for (let count = 0; count < 5; count++)
    await browser.post('/de/account/confirm', { 'confirm-password': `falsch ${count}` })
  const answer = await browser.post('/de/account/confirm', await proofOf(key))
  expect(answer.status).toBe(422)
})

test('confirming counts for ten minutes, in this session alone', async () => {
  const { browser, key } = await aManagerOfLongAgo()
  const confirmedAt = web.clock()
  await browser.post('/de/account/confirm', await proofOf(key))
  for (const [seconds, status] of [
    [599, 200],
    [600, 303],
  ] as const) {
    web.moveTimeTo(confirmedAt.add({ seconds }))
    expect((await browser.get('/de/staff/people/add')).status).toBe(status)
  }
})

test('a new password does not make an old sign-in fresh: it proves no second factor', async () => {
  const { browser } = await aManagerOfLongAgo()
  await browser.post('/de/account/password', { current: password, new: `${password}!` })
  expect((await browser.get('/de/staff/people/add')).status).toBe(303)
})

test('a passkey is added only by whoever has just proved that it is she', async () => {
  const { browser, key } = await aManagerOfLongAgo()
  const passkey = () => browser.get('/api/auth/passkey/generate-register-options')
  expect((await passkey()).status).toBe(422)
  await browser.post('/de/account/confirm', await proofOf(key))
  expect((await passkey()).status).toBe(200)
})

test('confirming never leads away', async () => {
  const { browser, key } = await aManagerOfLongAgo()
  const proof = { next: 'https://evil.example/', ...(await proofOf(key)) }
  const answer = await browser.post('/de/account/confirm', proof)
  expect(answer.headers.get('location')).toBe('/de/staff/figures')
})

test('whoever looks only is not asked', async () => {
  const { browser } = await aManagerOfLongAgo()
  for (const address of ['/de/staff/people', '/de/staff/support', '/de/account'])
    expect((await browser.get(address)).status).toBe(200)
})

test('confirmations and refusals stand in the audit log of her provider', async () => {
  const { browser, key, id } = await aManagerOfLongAgo()
  await browser.post('/de/account/confirm', { 'confirm-password': 'falsch geraten' })
  await browser.post('/de/account/confirm', await proofOf(key))
  const { rows } = await admin.query(
    'select action, provider_id from audit_entries where account_id = $1 order by id',
    [id],
  )
  expect(rows).toEqual([
    { action: 'sign-in.confirmation-refused', provider_id: town.westend.providerId },
    { action: 'sign-in.confirmed', provider_id: town.westend.providerId },
  ])
})

async function aManagerOfLongAgo() {
  web.moveTimeTo(now)
  const manager = await leads.aSignedIn({ asManager: true })
  const { key } = await leads.setUpCodes(manager.browser)
  web.moveTimeTo(now.add({ minutes: 20 }))
  return { ...manager, key }
}

const proofOf = async (key: string) => ({
  'confirm-password': password,
  'confirm-code': await leads.codeOf(key),
})

const granting = (reason: string) => ({ email: helper.email, centre: town.westend.id, days: '2', reason })

const reasons = async () =>
  (await admin.query('select reason from support_grants')).rows.map(({ reason }) => reason)
