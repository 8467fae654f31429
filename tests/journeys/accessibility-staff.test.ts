import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeAccount, setPassword } from '../../src/identity/accounts.ts'
import type { Language } from '../../src/platform/wording/wording.ts'
import { desk, phone } from '../support/browser.ts'
import { familyPages } from '../support/family-pages.ts'
import { inspectorOf, isForStaff } from '../support/inspect-all.ts'
import { faultsOf, requestsToOthers } from '../support/inspection.ts'
import { journey } from '../support/journey.ts'
import { plansDrumming } from '../support/planning.ts'
import { signsIn } from '../support/steps.ts'
import { templatesOf } from '../support/templates.ts'
import { webForTest } from '../support/web.ts'

const { url, open, database } = await journey({ withPast: true })
const web = webForTest(database)
afterAll(() => web.close())
const { find, inspect, seen, leftOut } = inspectorOf(url, templatesOf(web.routeTable))
const ownPassword = 'eine laterne am see'

const staffPages = [
  '/staff',
  '/account',
  '/account/second-factor',
  '/staff/programme/westend-kita-platz-suche',
  '/staff/programme/westend-samstags-picknick/together',
  '/staff/programme/westend-elternabend-online/online',
  '/staff/programme/westend-spielzeit-neben-dem-deutsch-cafe/care',
  '/staff/programme/season?lastFrom=2026-08-01&lastUntil=2027-01-31&nextFrom=2027-02-01&nextUntil=2027-07-31',
  '/staff/programme/publish',
  '/staff/programme/check',
  '/staff/proposals',
  '/staff/invitations',
  '/staff/concept',
  '/staff/doorstep/rounds/new',
  '/staff/fees',
]

// What families did is what staff have pages about.
beforeAll(async () => {
  await onDatabase(
    `update offers set price_cents = 200, price_per = 'session' where slug = 'westend-kita-platz-suche'`,
  )
  await familyPages({ page: await open({ viewport: phone }), url, language: 'de' })
}, 60_000)

for (const [member, languages] of [
  ['leitung', ['de', 'ar']],
  ['traeger', ['de', 'ar']],
  ['amt', ['de', 'ar']],
  ['verwaltung', ['de', 'ar']],
  ['kurs', ['de', 'ar']],
] as const)
  describe(`nothing is wrong with any page for staff, as ${member} sees it`, async () => {
    const page = await open({ viewport: desk })
    const others = requestsToOthers(page, url)
    let found: string[] = []
    beforeAll(async () => {
      await signsIn(page, url, member)
      const own = member === 'leitung' ? [...(await stepsOfAPlan(page)), await keptBox(page)] : []
      found = await find(page, [...staffPages, ...own], { language: 'de', isPublic: false })
    }, 120_000)

    test.each(languages)(
      'in %s',
      async language => {
        expect(await inspect(page, found, { language, isPublic: false })).toEqual([])
        expect(others).toEqual([])
      },
      300_000,
    )
  })

test('nothing is wrong with the page that asks who it is, before rights change', async () => {
  const page = await open({ viewport: phone })
  await signsIn(page, url, 'traeger')
  await onDatabase('update identity.sessions set proved_at = null')
  const faults: string[] = []
  for (const language of ['de', 'ar'] as const)
    faults.push(...(await inspect(page, ['/staff/people/add'], { language, isPublic: false })))
  expect(faults).toEqual([])
  expect(seen).toContain('/account/confirm')
}, 120_000)

test('nothing is wrong with the page on which a second factor is set up', async () => {
  const faults: string[] = []
  for (const language of ['de', 'ar'] as const) {
    const page = await open({ viewport: phone })
    await signsInByPasswordAlone(page, language)
    faults.push(...(await inspect(page, ['/account/second-factor'], { language, isPublic: false })))
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

test('no page for staff was left out', () => {
  const tables = ['/staff/offer-table.xlsx', '/staff/offer-table.csv']
  const files = ['/staff/figures/chart.svg', '/staff/invitations/doors/:slug', ...tables]
  // Addresses that lead on: to the step of a plan, to the line of a list.
  const onward = ['/staff/programme/plan/:draftId', '/staff/registrations/:id']
  expect(leftOut(isForStaff, [...files, ...onward])).toEqual([])
})

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

/** A plan answered up to its last step, left open. */
async function stepsOfAPlan(page: Page) {
  await page.goto(`${url}/de/staff/programme`)
  await page.getByRole('button', { name: 'Angebot planen' }).click()
  await plansDrumming(page)
  const plan = new URL(page.url()).pathname.replace(/^\/de/, '').replace(/\/check$/, '')
  return ['what', 'check'].map(step => `${plan}/${step}`)
}
