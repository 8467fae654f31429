import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeAccount, setPassword } from '../../src/identity/accounts.ts'
import { hashOfLink, newSecret } from '../../src/platform/web/keys.ts'
import type { Language } from '../../src/platform/wording/wording.ts'
import { desk, phone } from '../support/browser.ts'
import { faultsOf, requestsToOthers } from '../support/inspection.ts'
import { journey } from '../support/journey.ts'
import { plansDrumming } from '../support/planning.ts'
import { fillsIn, signsIn } from '../support/steps.ts'
import { onePageOfEach, templatesOf } from '../support/templates.ts'
import { webForTest } from '../support/web.ts'

const { url, open, database } = await journey({ withPast: true })
const web = webForTest(database)
afterAll(() => web.close())
const templates = templatesOf(web.routeTable)
const ownPassword = 'eine laterne am see'
const seen = new Set<string>()
// Where something costs something, a family chooses what it pays.
beforeAll(() =>
  onDatabase(
    `update offers set price_cents = 200, price_per = 'session' where slug = 'westend-kita-platz-suche'`,
  ),
)

const withPlaces = '/offers/westend-kita-platz-suche'
const together = '/offers/westend-samstags-picknick'
const publicPages = [
  ...['', withPlaces, together, '/sessions', '/my', '/set-up?token=old', '/sign-in/code'],
  ...['/ask?centre=kiez-westend', '/ask/code', '/centres/kiez-westend/pinboard', '/counselling/code'],
  ...['/centres/kiez-westend/doorstep', '/concept/beispiel-2026', '/rooms'],
]
/** For those who build pages, in German alone. */
const buildingBlocks = '/design'
const staffPages = [
  '/staff',
  '/account',
  '/account/second-factor',
  '/staff/programme/westend-kita-platz-suche',
  '/staff/programme/westend-samstags-picknick/together',
  '/staff/programme/westend-elternabend-online/online',
  '/staff/programme/season?lastFrom=2026-08-01&lastUntil=2027-01-31&nextFrom=2027-02-01&nextUntil=2027-07-31',
  '/staff/programme/publish',
  '/staff/programme/check',
  '/staff/proposals',
  '/staff/concept',
  '/staff/doorstep/rounds/new',
  '/staff/fees',
]

for (const language of ['de', 'ar', 'en'] as const) {
  test(`nothing is wrong with any page for families in ${language}`, async () => {
    const page = await open({ viewport: language === 'en' ? desk : phone })
    const others = requestsToOthers(page, url)
    const registered = await registeredPages(page, language)
    const asked = await askedPage(page, language)
    const hung = await hungPage(page, language)
    const booked = await bookedPage(page, language)
    const ordered = await orderedLetter(page, language)
    const brought = await broughtPage(page, language)
    const asksRoom = await roomRequestPage(page, language)
    const partner = await partnerPage()
    const from = [
      ...publicPages,
      registered.manage,
      asked,
      hung,
      booked,
      ordered,
      brought,
      asksRoom,
      partner,
      ...(language === 'de' ? [buildingBlocks] : []),
    ]
    const faults = [...registered.faults, ...(await inspect(page, language, { from, isPublic: true }))]
    expect(faults).toEqual([])
    expect(others).toEqual([])
  }, 300_000)
}

for (const [member, languages] of [
  ['leitung', ['de', 'ar', 'en']],
  ['traeger', ['de', 'ar']],
  ['amt', ['de', 'ar']],
  ['verwaltung', ['de', 'ar']],
  ['kurs', ['de', 'ar']],
] as const) {
  test(`nothing is wrong with any page for staff, as ${member} sees it`, async () => {
    const page = await open({ viewport: desk })
    const others = requestsToOthers(page, url)
    await signsIn(page, url, member)
    const own = member === 'leitung' ? [...(await stepsOfAPlan(page)), await keptBox(page)] : []
    const from = [...staffPages, ...own]
    const faults: string[] = []
    for (const language of languages)
      faults.push(...(await inspect(page, language, { from, isPublic: false })))
    expect(faults).toEqual([])
    expect(others).toEqual([])
  }, 300_000)
}

test('nothing is wrong with the page that asks who it is, before rights change', async () => {
  const page = await open({ viewport: phone })
  await signsIn(page, url, 'traeger')
  await onDatabase('update identity.sessions set proved_at = null')
  const faults: string[] = []
  for (const language of ['de', 'ar'] as const)
    faults.push(...(await inspect(page, language, { from: ['/staff/people/add'], isPublic: false })))
  expect(faults).toEqual([])
  expect(seen).toContain('/account/confirm')
}, 120_000)

test('nothing is wrong with the page on which a second factor is set up', async () => {
  const faults: string[] = []
  for (const language of ['de', 'ar'] as const) {
    const page = await open({ viewport: phone })
    await signsInByPasswordAlone(page, language)
    faults.push(...(await inspect(page, language, { from: ['/account/second-factor'], isPublic: false })))
    // The picture and the codes come after the password.
    await page.goto(`${url}/${language}/account/second-factor`)
    await page.locator('main input[type=password]').fill(ownPassword)
    await page.locator('main .kern-btn--primary').click()
    await page.locator('main svg[role=img]').waitFor()
    faults.push(...(await faultsOf(page, { language, isPublic: false })))
  }
  expect(faults).toEqual([])
  expect(seen).toContain('/account/second-factor')
}, 120_000)

test('no page was left out', () => {
  const notPages = [
    ...['/map.svg', '/portraits/:mark', '/accents.css', '/staff/figures/chart.svg'],
    '/staff/programme/plan/:draftId',
    ...['/staff/offer-table.xlsx', '/staff/offer-table.csv'],
    ...['atom', 'rss', 'json'].flatMap(form => [`/news.${form}`, `/centres/:slug/news.${form}`]),
  ]
  const left = templates.all.filter(
    path => !seen.has(path) && !notPages.includes(path) && !/\.(ics|pdf|png)$/.test(path),
  )
  expect(left).toEqual([])
})

test('the inspection finds what is wrong, were it there', async () => {
  const page = await open({ viewport: desk })
  const others = requestsToOthers(page, url)
  await page.goto(`${url}/de`)
  await page.context().addCookies([{ name: 'seen', value: 'yes', url }])
  await page.evaluate(() => {
    document.documentElement.lang = 'en'
    const main = document.querySelector('main') ?? document.body
    const [wide, small, tight] = ['div', 'button', 'button'].map(name => document.createElement(name))
    for (const button of [small, tight]) {
      button?.append('a')
      Object.assign(button?.style ?? {}, { inlineSize: '9px', blockSize: '9px', padding: '0', border: '0' })
    }
    Object.assign(wide?.style ?? {}, { inlineSize: '900px', fontSize: '9px' })
    wide?.append(small ?? '', tight ?? '')
    main.insertAdjacentHTML('beforeend', '<h1>Noch eine</h1><img src="http://kieznetz.invalid/x.png">')
    main.append(wide ?? '')
  })
  const faults = (await faultsOf(page, { language: 'de', isPublic: true })).join('\n')
  expect(faults).toMatch(/image-alt/)
  expect(faults).toMatch(/2 main headings/)
  expect(faults).toMatch(/wider than 320 pixels/)
  expect(faults).toMatch(/target-size/)
  expect(faults).toMatch(/does not say its language/)
  expect(faults).toMatch(/a cookie on a public page/)
  expect(others).toEqual(['http://kieznetz.invalid/x.png'])
})

type Inspection = { from: string[]; isPublic: boolean }

/** Looks at one page of each template, and at its form sent as it is, if the answer says what is missing. */
async function inspect(page: Page, language: Language, { from, isPublic }: Inspection) {
  const faults: string[] = []
  const chosen = await onePageOfEach({ request: page.request, url, templates, language }, from)
  for (const [template, address] of chosen) {
    if (!isPublic && !/staff|account/.test(template)) continue
    seen.add(template)
    const look = async (what: string) => {
      const isForFamilies = isPublic && !/^\/(sign-in|set-up|design)/.test(template)
      for (const fault of await faultsOf(page, { language, isPublic: isForFamilies }))
        faults.push(`${what} (${address}): ${fault}`)
    }
    await page.goto(url + address)
    await look(template)
    if (await sendsItsForm(page)) await look(`${template}, with faults`)
  }
  return faults
}

/** Presses the main button of the page's form; true when the answer is a page of faults. */
async function sendsItsForm(page: Page) {
  const button = page.locator('main form[method=post] .kern-btn--primary:visible').first()
  if ((await button.count()) === 0) return false
  const answered = page.waitForResponse(answer => answer.request().isNavigationRequest())
  await button.click()
  const answer = await answered
  await page.waitForLoadState()
  return answer.status() === 422
}

/** Accounts of the demo need no second factor and are sent on, so this is one of her own. */
async function signsInByPasswordAlone(page: Page, language: Language) {
  const email = `neu.${language}@example.org`
  const { id } = await makeAccount(web.identity, { email, name: 'Nina Neu' })
  await setPassword(web.identity, id, ownPassword)
  await page.goto(`${url}/${language}/sign-in`)
  await page.locator('input[type=email]').fill(email)
  await page.locator('input[type=password]').fill(ownPassword)
  await page.locator('main form .kern-btn--primary').first().click()
  await page.waitForURL(/second-factor/)
}

async function onDatabase(statement: string) {
  const admin = new pg.Client({ connectionString: database.admin })
  await admin.connect()
  await admin.query(statement)
  await admin.end()
}

/** A box with some change that was counted: its lines, its day sheet. */
async function keptBox(page: Page) {
  await page.goto(`${url}/de/staff/fees`)
  const box = page.url().replace(/^.*\/de/, '')
  const counts = async (cents: string) => {
    await page.locator('[name=counted]').fill(cents)
    await page.locator('form[action$="/count"] button').click()
  }
  await counts('5')
  await counts('6')
  await page.locator('form[action$="/move"] [value=put-in]').check()
  await page.locator('form[action$="/move"] [name=amount]').fill('5')
  await page.locator('form[action$="/move"] button').click()
  return box
}

/** A family registers: the page with its code, and the address at which it finds its registration again. */
async function registeredPages(page: Page, language: Language) {
  await page.goto(`${url}/${language}${withPlaces}`)
  await page.locator('main a[href*="/join/"]').first().click()
  await fillsIn(page, { called: 'Amina', child: 'Yusuf', email: `amina.${language}@example.org` })
  await page.locator('main form button.kern-btn--primary').click()
  await page.locator('.big-code').waitFor()
  const faults = await faultsOf(page, { language, isPublic: true })
  const manage = new URL(page.url()).pathname.replace(/^\/[a-z]{2}/, '')
  return { faults: faults.map(fault => `the code: ${fault}`), manage }
}

/** A family asks, and finds its question again. */
async function askedPage(page: Page, language: Language) {
  await page.goto(`${url}/${language}/ask?centre=kiez-westend`)
  await page.locator('[name=body]').fill('?')
  await page.locator('main form button.kern-btn--primary').click()
  await page.locator('.big-code').waitFor()
  return new URL(page.url()).pathname.replace(/^\/[a-z]{2}/, '')
}

/** A family writes a note for the pinboard: the page at which it finds it again. */
async function hungPage(page: Page, language: Language) {
  await page.goto(`${url}/${language}/centres/kiez-westend/pinboard/new`)
  await page.locator('[name=kind]').first().check()
  await page.locator('[name=title]').fill('?')
  await page.locator('main form button.kern-btn--primary').click()
  await page.locator('.big-code').waitFor()
  return new URL(page.url()).pathname.replace(/^\/[a-z]{2}/, '')
}

/** A family books a consultation under a code word: the page at which it finds it again. */
async function bookedPage(page: Page, language: Language) {
  await page.goto(`${url}/${language}/centres/kiez-westend/counselling`)
  await page.locator('main .kern-card a').first().click()
  await page.locator('main form button.kern-btn--primary').click()
  await page.locator('.big-code').waitFor()
  return new URL(page.url()).pathname.replace(/^\/[a-z]{2}/, '')
}

/** A family orders the week letter and follows the link in her mailbox. */
async function orderedLetter(page: Page, language: Language) {
  await page.goto(`${url}/${language}/centres/kiez-westend/week-letter`)
  await page.locator('input[type=email]').fill(`week.${language}@example.org`)
  await page.locator('main form button.kern-btn--primary').click()
  await page.goto(`${url}/${language}/demo/mailbox`)
  await page.locator('main a[href*="/demo/mailbox/"]').first().click()
  const link = await page.locator('main a[href*="/week-letter/"]').first().getAttribute('href')
  return new URL(link ?? '', url).pathname.replace(/^\/[a-z]{2}/, '')
}

/** A family asks for a kit at its door: the page at which it finds that again. */
async function broughtPage(page: Page, language: Language) {
  await page.goto(`${url}/${language}/centres/kiez-westend/doorstep`)
  await page.locator('main select').first().selectOption('1')
  for (const [field, words] of Object.entries({ called: 'Amina', street: 'Westring', houseNumber: '1' }))
    await page.locator(`[name=${field}]`).fill(words)
  await page.locator('main form button.kern-btn--primary').click()
  await page.waitForURL(/\/doorstep\/[\w-]{22}$/)
  return new URL(page.url()).pathname.replace(/^\/[a-z]{2}/, '')
}

/** A group asks for a room: the page at which it reads the answer. */
async function roomRequestPage(page: Page, language: Language) {
  await page.goto(`${url}/${language}/rooms/westend-saal/ask`)
  // On Sundays nothing of the programme is held there.
  const today = Temporal.Now.plainDateISO()
  const day = today.add({ days: 35 - today.dayOfWeek }).toString()
  const typed = { day, starts: '10:00', ends: '12:00', called: '?', purpose: '?', people: '5' }
  for (const [field, words] of Object.entries(typed)) await page.locator(`[name=${field}]`).fill(words)
  await page.locator('[name=agrees]').check()
  await page.locator('main form button.kern-btn--primary').click()
  await page.waitForURL(/\/room-requests\/[\w-]{22}$/)
  return new URL(page.url()).pathname.replace(/^\/[a-z]{2}/, '')
}

/** The page of a partner that has an offer in the programme and a proposal that waits. */
async function partnerPage() {
  const link = newSecret()
  await onDatabase(`insert into partner_links (city_id, provider_id, centre_id, partner_id, link_hash, language, made_at,
      expires_on)
    select city_id, provider_id, centre_id, partner_id, '\\x${hashOfLink(link).toString('hex')}', 'de', now(), '2099-01-01'
    from partner_offers limit 1`)
  return `/partner/${link}`
}

/** A plan answered up to its last step, left open. */
async function stepsOfAPlan(page: Page) {
  await page.goto(`${url}/de/staff/programme`)
  await page.getByRole('button', { name: 'Angebot planen' }).click()
  await plansDrumming(page)
  const plan = new URL(page.url()).pathname.replace(/^\/de/, '').replace(/\/check$/, '')
  return ['what', 'check'].map(step => `${plan}/${step}`)
}
