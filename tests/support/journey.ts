import type { Page } from 'playwright-core'
import { afterAll } from 'vitest'
import { launchBrowser } from './browser.ts'
import { runningCity } from './running-city.ts'

/** Wiesbaden running, and a browser that comes to it; both end after the last test of the file. */
export const journey = async () => {
  const [city, browser] = await Promise.all([runningCity(), launchBrowser()])
  afterAll(async () => {
    await browser.close()
    await city.stop()
  })
  return { ...city, open: browser.open }
}

type Member = 'leitung' | 'kurs' | 'traeger' | 'amt' | 'verwaltung' | 'leitung.nebenan'

/** Signs in as one of the demo's people, the way everybody does. */
export const signsIn = async (page: Page, url: string, member: Member) => {
  await page.goto(`${url}/de/sign-in`)
  await page.getByLabel('E-Mail').fill(`${member}@example.org`)
  await page.getByLabel('Passwort', { exact: true }).fill('kieznetz-demo')
  await page.getByRole('main').getByRole('button', { name: 'Anmelden', exact: true }).first().click()
  await page.getByRole('button', { name: 'Abmelden' }).waitFor({ state: 'attached' })
}

export type Family = { called: string; child?: string; email?: string; phone?: string }

/** Fills in the one form by which a family registers; whoever sends it presses the button herself. */
export const fillsIn = async (page: Page, { called, child, email, phone }: Family) => {
  await page.locator('[name=called]').fill(called)
  if (child) {
    await page.locator('[name="childName[]"]').first().fill(child)
    await page.locator('[name="childMonth[]"]').first().selectOption('3')
    await page.locator('[name="childYear[]"]').first().fill('2024')
  }
  if (email) await page.locator('[name=email]').fill(email)
  if (phone) await page.locator('[name=phone]').fill(phone)
}
