import { load } from 'cheerio'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { browserOn } from '../../tests/support/cookie-browser.ts'
import { leadsOf } from '../../tests/support/leads.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const start = Temporal.Now.instant()
const web = webForTest(database, { now: start, isDemo: false })
const leads = leadsOf(town, web)
const { password } = leads
afterAll(web.close)
// Idle time is measured by the sign-in library, on the clock of the machine.
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: start.epochMilliseconds }))
afterEach(() => vi.useRealTimers())

test.each([
  ['on a shared device', { shared: 'yes' }, 10 * 60],
  ['the control: on her own device', {}, 30 * 60],
])(
  '%s a session without a click ends a second after its time, and not before',
  async (_, device, seconds) => {
    expect(await isSignedInAfter(seconds, await signedIn(device))).toBe(true)
    expect(await isSignedInAfter(seconds + 1, await signedIn(device))).toBe(false)
  },
)

test('each click gives ten minutes more', async () => {
  const browser = await signedIn({ shared: 'yes' })
  for (let click = 0; click < 3; click++) expect(await isSignedInAfter(600, browser)).toBe(true)
  expect(await isSignedInAfter(601, browser)).toBe(false)
})

test('it counts for the code after the password too, also after a wrong one', async () => {
  const lead = await leads.aSignedIn()
  const { key } = await leads.setUpCodes(lead.browser)
  const browser = browserOn(web)
  const asked = await browser.post('/de/sign-in', { email: lead.email, password, shared: 'yes' })
  const page = load(await (await browser.get(asked.headers.get('location') ?? '')).text())
  expect(page('input[name=shared]').attr('value')).toBe('yes')
  const wrong = load(await (await browser.post('/de/sign-in/code', { code: '000000', shared: 'yes' })).text())
  expect(wrong('input[name=shared]').attr('value')).toBe('yes')

  await browser.post('/de/sign-in/code', { code: await leads.codeOf(key), shared: 'yes' })
  expect(await isSignedInAfter(600, browser)).toBe(true)
  expect(await isSignedInAfter(601, browser)).toBe(false)
})

test.each([
  ['a new password', changesPassword],
  ['a second factor', (browser: Browser) => leads.setUpCodes(browser)],
])('%s leaves the device a shared one', async (_, changes) => {
  const browser = await signedIn({ shared: 'yes' })
  await changes(browser)
  expect(await isSignedInAfter(601, browser)).toBe(false)
})

test('after a wrong password the box is still ticked', async () => {
  const { email } = await leads.withPassword()
  const sent = await browserOn(web).post('/de/sign-in', { email, password: 'falsch geraten', shared: 'yes' })
  expect(load(await sent.text())('#shared').attr('checked')).toBeDefined()
})

type Browser = ReturnType<typeof browserOn>

async function signedIn(device: { shared?: string }) {
  const { email } = await leads.withPassword()
  const browser = browserOn(web)
  await browser.post('/de/sign-in', { email, password, ...device })
  return browser
}

async function changesPassword(browser: Browser) {
  await browser.post('/de/account/password', { current: password, new: `${password}!` })
}

async function isSignedInAfter(seconds: number, browser: Browser) {
  vi.setSystemTime(Date.now() + seconds * 1000)
  return (await browser.get('/de/account')).status === 200
}
