import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashOfLink, newSecret } from '../../src/platform/web/keys.ts'
import { type Language, languages } from '../../src/platform/wording/wording.ts'
import { carryAxe, desk, phone } from '../support/browser.ts'
import { familyPages, withPlaces } from '../support/family-pages.ts'
import { inspectorOf, isForStaff } from '../support/inspect-all.ts'
import { faultsOf, requestsToOthers } from '../support/inspection.ts'
import { journey } from '../support/journey.ts'
import { templatesOf } from '../support/templates.ts'
import { webForTest } from '../support/web.ts'

const { url, open, database } = await journey({ withPast: true })
const web = webForTest(database)
afterAll(() => web.close())
const { find, inspect, leftOut } = inspectorOf(url, templatesOf(web.routeTable))
// Whoever has a place in something that costs something chooses what it pays.
beforeAll(() =>
  onDatabase(`
    update offers set price_cents = 200, price_per = 'session' where slug = 'westend-kita-platz-suche';
    update intake_limits l set places = 99 from intakes i join offers o on o.id = i.offer_id
      where i.id = l.intake_id and o.slug = 'westend-kita-platz-suche'`),
)

const together = '/offers/westend-samstags-picknick'
const publicPages = [
  ...['', withPlaces, together, '/sessions', '/my', '/set-up?token=old', '/sign-in/code'],
  ...['/ask?centre=kiez-westend', '/ask/code', '/centres/kiez-westend/pinboard', '/counselling/code'],
  ...['/centres/kiez-westend/doorstep', '/concept/beispiel-2026', '/rooms'],
  ...['/offline', '/offline/cancel', '/offline/sent-later'],
]
/** For those who build pages, in German alone. */
const buildingBlocks = '/design'

/** One address for each template, without its language. */
let foundInGerman: readonly string[] = []

for (const language of ['de', 'ar'] as const) {
  test(`nothing is wrong with any page for families in ${language}`, async () => {
    const page = await open({ viewport: phone })
    const others = requestsToOthers(page, url)
    const { own, faults } = await familyPages({ page, url, language })
    const from = [
      ...publicPages,
      ...own,
      await partnerPage(),
      await invitedPage(),
      await sharedPage(),
      await endAgainPage(),
      ...(language === 'de' ? [buildingBlocks] : []),
    ]
    const how = { language, isPublic: true }
    const found = await find(page, from, how)
    if (language === 'de') foundInGerman = found
    expect([...faults, ...(await inspect(page, found, how))]).toEqual([])
    expect(others).toEqual([])
  }, 300_000)
}

/**
 * Scripts and directions differ between languages, templates do not: in each of the other languages a few pages and its
 * share of all templates, or with INSPECT=all one page of every template.
 */
const inspectedWhole: readonly Language[] = ['de', 'ar']
const otherLanguages = languages.filter(language => !inspectedWhole.includes(language))
const fewPages = ['/offers', withPlaces, '/ask?centre=kiez-westend', '/my']
/** Signing in, partners, building blocks and the mailbox of the demo speak the languages of the staff. */
const isInThreeLanguages = (address: string) => /^\/(sign-in|set-up|partner|design|demo)/.test(address)
const pagesFor = (language: Language) => {
  const found = foundInGerman.filter(address => !isInThreeLanguages(address))
  if (process.env.INSPECT === 'all') return found
  const share = otherLanguages.indexOf(language)
  return [...fewPages, ...found.filter((_, index) => index % otherLanguages.length === share)]
}

test.each(otherLanguages)(
  'nothing is wrong with pages in %s, and its menu of languages opens by keyboard',
  async language => {
    const page = await open({ viewport: language === 'en' ? desk : phone })
    await carryAxe(page)
    const faults: string[] = []
    for (const address of pagesFor(language)) {
      await page.goto(`${url}/${language}${address}`)
      for (const fault of await faultsOf(page, { language, isPublic: true, isSeenInColour: true }))
        faults.push(`${address}: ${fault}`)
    }
    await page.goto(`${url}/${language}`)
    await page.locator('.languages summary').focus()
    await page.keyboard.press('Enter')
    faults.push(...(await faultsOf(page, { language, isPublic: true })))
    await page.locator('.languages a[hreflang=de]').focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`${url}/de`)
    expect(faults).toEqual([])
  },
  300_000,
)

test('no page for families was left out', () => {
  const files = [
    ...['/map.svg', '/portraits/:mark', '/recordings/:mark', '/accents.css'],
    ...['/app.webmanifest', '/icon-192.png', '/icon-512.png'],
  ]
  const feeds = ['atom', 'rss', 'json'].flatMap(form => [`/news.${form}`, `/centres/:slug/news.${form}`])
  expect(leftOut(template => !isForStaff(template), [...files, ...feeds])).toEqual([])
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

async function onDatabase(statement: string) {
  const admin = new pg.Client({ connectionString: database.admin })
  await admin.connect()
  await admin.query(statement)
  await admin.end()
}

/** What whoever was invited to a closed group of the demo can choose. */
async function invitedPage() {
  const invite = newSecret()
  await onDatabase(`update offers set invite_hash = '\\x${hashOfLink(invite).toString('hex')}'
    where is_closed_group`)
  return `/invited/${invite}`
}

/** What another guardian sees of a registration. */
async function sharedPage() {
  const link = newSecret()
  await onDatabase(`with g as (
    insert into guardians (city_id, provider_id, centre_id, registration_id, called, added_at)
    select city_id, provider_id, centre_id, id, 'Deniz', now() from registrations
    where state = 'confirmed' and children > 0 limit 1
    returning *), seen as (
    insert into guardian_children
    select g.city_id, g.id, g.registration_id, c.child_id, g.provider_id, g.centre_id
    from g join registration_children c on c.registration_id = g.registration_id)
    insert into registration_links (city_id, hash, registration_id, provider_id, centre_id, guardian_id)
    select city_id, '\\x${hashOfLink(link).toString('hex')}', registration_id, provider_id, centre_id, id from g`)
  return `/my/${link}/shared`
}

/** Where a message by consent is stopped. */
async function endAgainPage() {
  const link = newSecret()
  await onDatabase(`update message_consents
    set stop_hashes = stop_hashes || '\\x${hashOfLink(link).toString('hex')}'::bytea
    where id = (select id from message_consents order by id limit 1)`)
  return `/no-news/${link}`
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
