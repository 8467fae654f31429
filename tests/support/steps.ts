import type { Locator, Page } from 'playwright-core'

/** The words a person sees there; what is folded away or hidden is not among them. */
// biome-ignore lint/performance/useDomNodeTextContent: the content also holds what nobody sees
export const wordsOf = (place: Locator) => place.innerText()

/** The words of the page itself, without its frame. */
export const mainOf = (page: Page) => wordsOf(page.getByRole('main'))

export const headingOf = (page: Page) => wordsOf(page.getByRole('heading', { level: 1 }))

type Member = 'leitung' | 'kurs' | 'traeger' | 'amt' | 'verwaltung' | 'leitung.nebenan'

/** Signs in as one of the demo's people, the way everybody does. */
export const signsIn = async (page: Page, url: string, member: Member) => {
  await page.goto(`${url}/de/sign-in`)
  await page.getByLabel('E-Mail').fill(`${member}@example.org`)
  await page.getByLabel('Passwort', { exact: true }).fill('kieznetz-demo')
  await page.getByRole('main').getByRole('button', { name: 'Anmelden', exact: true }).first().click()
  await page.waitForURL(address => !address.pathname.endsWith('/sign-in'))
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
