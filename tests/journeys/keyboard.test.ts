import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { desk } from '../support/browser.ts'
import { journey } from '../support/journey.ts'
import { fillsIn, wordsOf } from '../support/steps.ts'

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
  await page.waitForURL(/offers\?/)
  await tabTo(page, 'Kita-Platz: Wir suchen mit dir')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Kita-Platz: Wir suchen mit dir' }).waitFor()
  await tabTo(page, 'Anmelden')
  await page.keyboard.press('Enter')
  await page.waitForURL(/join/)

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
  await tabTo(page, 'Noch eine Anmeldung dazu')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Dazunehmen')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  expect(await focused(page)).toContain('Bitte schau noch einmal hin')
  await tabTo(page, 'Zurück zur Anmeldung')
  await page.keyboard.press('Enter')

  await page.waitForURL(/my\/[\w-]{22}$/)
  await tabTo(page, 'Absagen')
  await page.keyboard.press('Enter')
  await page.waitForURL(/cancel/)
  await tabTo(page, 'Ja, absagen')
  await page.keyboard.press('Enter')
  await page.getByText('Danke, dass du absagst').waitFor()
  expect(await focused(page)).toContain('Danke, dass du absagst')
})

test('a family erases itself by keyboard alone, and nothing of it opens any more', async () => {
  const page = await open({ viewport: desk, javaScriptEnabled: false })
  await page.goto(`${url}/de/offers/westend-kita-platz-suche`)
  await page.locator('main a[href*="/join/"]').first().click()
  await fillsIn(page, { called: 'Weggehend', child: 'Nele' })
  await page.locator('main form button.kern-btn--primary').click()
  const code = await wordsOf(page.locator('.big-code'))
  const mine = page.url().replace(/\?.*/, '')

  await tabTo(page, 'Alles von unserer Familie')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Unsere Familienseite' }).waitFor()
  await tabTo(page, 'Alles löschen')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Jetzt löschen')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Bitte sieh noch einmal nach' }).waitFor()
  expect(await focused(page)).toContain('Bitte sieh noch einmal nach')
  await tabTo(page, 'Bitte kreuze an, dass du sicher bist.')
  await page.keyboard.press('Enter')
  expect(await focusedName(page)).toBe('sure')
  await page.keyboard.press('Space')
  await tabTo(page, 'Jetzt löschen')
  await page.keyboard.press('Enter')
  await page.getByText('Alles ist gelöscht').waitFor()

  expect((await page.goto(mine))?.status()).toBe(404)
  await page.goto(`${url}/de/my`)
  await tabTo(page, 'code')
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  await page.getByText('Diesen Code kennen wir nicht').first().waitFor()
})

/** Presses Tab until the focus is where one wants to go, as somebody does who cannot use a mouse. */
async function tabTo(page: Page, wanted: string) {
  for (let presses = 0; presses < 60; presses++) {
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
