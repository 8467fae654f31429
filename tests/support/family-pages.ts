import type { Page } from 'playwright-core'
import type { Language } from '../../src/platform/wording/wording.ts'
import { faultsOf } from './inspection.ts'
import { fillsIn } from './steps.ts'

type Family = { page: Page; url: string; language: Language }

/** An offer with places at the centre of the demo. */
export const withPlaces = '/offers/westend-kita-platz-suche'

/**
 * A family does everything that leads to a page of its own. Gives the addresses of those pages without their language,
 * and what was wrong with the one that is shown only once: the one with the code.
 */
export const familyPages = async (family: Family) => {
  const { faults, manage } = await registeredPages(family)
  const own = [manage, `${manage}/no-reminders`]
  for (const goes of [askedPage, hungPage, bookedPage, orderedLetter, broughtPage, roomRequestPage, loanPage])
    own.push(await goes(family))
  return { own, faults }
}

/** A family registers: the page with its code, and the address at which it finds its registration again. */
async function registeredPages({ page, url, language }: Family) {
  await page.goto(`${url}/${language}${withPlaces}`)
  await page.locator('main a[href*="/join/"]').first().click()
  await fillsIn(page, { called: 'Amina', child: 'Yusuf', email: `amina.${language}@example.org` })
  await page.locator('main form button.kern-btn--primary').click()
  await page.locator('.big-code').waitFor()
  const faults = await faultsOf(page, { language, isPublic: true })
  const manage = new URL(page.url()).pathname.replace(/^\/[a-z]{2}(?:-[a-z]+)?(?=\/)/, '')
  return { faults: faults.map(fault => `the code: ${fault}`), manage }
}

/** A family asks, and finds its question again. */
async function askedPage({ page, url, language }: Family) {
  await page.goto(`${url}/${language}/ask?centre=kiez-westend`)
  await page.locator('[name=body]').fill('?')
  await page.locator('main form button.kern-btn--primary').click()
  await page.locator('.big-code').waitFor()
  return new URL(page.url()).pathname.replace(/^\/[a-z]{2}(?:-[a-z]+)?(?=\/)/, '')
}

/** A family writes a note for the pinboard: the page at which it finds it again. */
async function hungPage({ page, url, language }: Family) {
  await page.goto(`${url}/${language}/centres/kiez-westend/pinboard/new`)
  await page.locator('[name=kind]').first().check()
  await page.locator('[name=title]').fill('?')
  await page.locator('main form button.kern-btn--primary').click()
  await page.locator('.big-code').waitFor()
  return new URL(page.url()).pathname.replace(/^\/[a-z]{2}(?:-[a-z]+)?(?=\/)/, '')
}

/** A family books a consultation under a code word: the page at which it finds it again. */
async function bookedPage({ page, url, language }: Family) {
  await page.goto(`${url}/${language}/centres/kiez-westend/counselling`)
  await page.locator('main .kern-card a').first().click()
  await page.locator('main form button.kern-btn--primary').click()
  await page.locator('.big-code').waitFor()
  return new URL(page.url()).pathname.replace(/^\/[a-z]{2}(?:-[a-z]+)?(?=\/)/, '')
}

/** A family orders the week letter and follows the link in her mailbox. */
async function orderedLetter({ page, url, language }: Family) {
  await page.goto(`${url}/${language}/centres/kiez-westend/week-letter`)
  await page.locator('input[type=email]').fill(`week.${language}@example.org`)
  await page.locator('main form button.kern-btn--primary').click()
  await page.goto(`${url}/${language}/demo/mailbox`)
  await page.locator('main a[href*="/demo/mailbox/"]').first().click()
  const link = await page.locator('main a[href*="/week-letter/"]').first().getAttribute('href')
  return new URL(link ?? '', url).pathname.replace(/^\/[a-z]{2}(?:-[a-z]+)?(?=\/)/, '')
}

/** A family asks for a kit at its door: the page at which it finds that again. */
async function broughtPage({ page, url, language }: Family) {
  await page.goto(`${url}/${language}/centres/kiez-westend/doorstep`)
  await page.locator('main select').first().selectOption('1')
  for (const [field, words] of Object.entries({ called: 'Amina', street: 'Westring', houseNumber: '1' }))
    await page.locator(`[name=${field}]`).fill(words)
  await page.locator('main form button.kern-btn--primary').click()
  await page.waitForURL(/\/doorstep\/[\w-]{22}$/)
  return new URL(page.url()).pathname.replace(/^\/[a-z]{2}(?:-[a-z]+)?(?=\/)/, '')
}

/** A group asks for a room: the page at which it reads the answer. */
async function roomRequestPage({ page, url, language }: Family) {
  await page.goto(`${url}/${language}/rooms/westend-saal/ask`)
  // On Sundays nothing of the programme is held there.
  const today = Temporal.Now.plainDateISO()
  const day = today.add({ days: 35 - today.dayOfWeek }).toString()
  const typed = { day, starts: '10:00', ends: '12:00', called: '?', purpose: '?', people: '5' }
  for (const [field, words] of Object.entries(typed)) await page.locator(`[name=${field}]`).fill(words)
  await page.locator('[name=agrees]').check()
  await page.locator('main form button.kern-btn--primary').click()
  await page.waitForURL(/\/room-requests\/[\w-]{22}$/)
  return new URL(page.url()).pathname.replace(/^\/[a-z]{2}(?:-[a-z]+)?(?=\/)/, '')
}

/** A family asks to borrow something: the page at which it reads the answer. */
async function loanPage({ page, url, language }: Family) {
  await page.goto(`${url}/${language}/lending/westend-spielkiste`)
  const day = Temporal.Now.plainDateISO().add({ days: 5 }).toString()
  for (const [field, words] of Object.entries({ fromOn: day, dueOn: day, called: '?' }))
    await page.locator(`[name=${field}]`).fill(words)
  await page.locator('main form button.kern-btn--primary').click()
  await page.locator('.big-code').waitFor()
  return new URL(page.url()).pathname.replace(/^\/[a-z]{2}(?:-[a-z]+)?(?=\/)/, '')
}
