import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { desk } from '../support/browser.ts'
import { journey } from '../support/journey.ts'
import { wordsOf } from '../support/steps.ts'

const { url, open } = await journey()

test('a father searches, reads and registers by keyboard alone, finds what is stored of his family, and cancels', async () => {
  const page = await open({ viewport: desk, javaScriptEnabled: false })
  await page.goto(`${url}/de`)
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('Zum Inhalt')
  await page.keyboard.press('Enter')
  await tabTo(page, 'q')
  await page.keyboard.type('Kita-Platz')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Kita-Platz: Wir suchen mit dir')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Kita-Platz: Wir suchen mit dir' }).waitFor()
  await tabTo(page, 'Anmelden')
  await page.keyboard.press('Enter')

  await tabTo(page, 'called')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Bitte sieh noch einmal nach' }).waitFor()
  expect(await focused(page)).toContain('Bitte sieh noch einmal nach')

  await tabTo(page, 'Bitte schreib, wie wir dich nennen dürfen.')
  await page.keyboard.press('Enter')
  expect(await focusedName(page)).toBe('called')
  await page.keyboard.type('Tomasz')
  await tabTo(page, 'childName[]')
  await page.keyboard.type('Zosia')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Mai')
  await page.keyboard.press('Tab')
  await page.keyboard.type('2023')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Du bist dabei' }).waitFor()
  expect(await focused(page)).toContain('Kita-Platz: Wir suchen mit dir')

  await tabTo(page, 'Alles von unserer Familie')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Unsere Familienseite' }).waitFor()
  await tabTo(page, 'Dazunehmen')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  expect(await focused(page)).toContain('Bitte schau noch einmal hin')
  await tabTo(page, 'Zurück zur Anmeldung')
  await page.keyboard.press('Enter')

  await tabTo(page, 'Absagen')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Ja, absagen')
  await page.keyboard.press('Enter')
  await page.getByText('Danke, dass du absagst').waitFor()
  expect(await focused(page)).toContain('Danke, dass du absagst')
})

/** Presses Tab until the focus is where one wants to go, as somebody does who cannot use a mouse. */
async function tabTo(page: Page, wanted: string) {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab')
    if ((await focused(page)).includes(wanted) || (await focusedName(page)) === wanted) return
  }
  throw new Error(`no way by Tab to ${wanted}`)
}

const focused = async (page: Page) => {
  const place = page.locator(':focus')
  return (await place.count()) > 0 ? wordsOf(place) : ''
}

const focusedName = async (page: Page) => {
  const place = page.locator(':focus')
  return (await place.count()) > 0 ? place.getAttribute('name') : null
}
