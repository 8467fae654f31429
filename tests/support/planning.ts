import type { Page } from 'playwright-core'

/**
 * Answers every step of planning, from the first question to the check: six Wednesdays from December on at which
 * everybody may just come, without the Christmas holidays.
 */
export const plansDrumming = async (page: Page) => {
  await saysWhat(page)
  await saysForWhom(page)
  await saysWhen(page)
  await page.getByLabel('Einfach kommen').check()
  await goesOn(page)
}

const goesOn = (page: Page) => page.getByRole('button', { name: 'Weiter', exact: true }).click()

async function saysWhat(page: Page) {
  await page.getByLabel('Name des Angebots').first().fill('Trommeln am Mittwoch')
  await page.getByLabel('Lernen und Kurse').check()
  await page.getByLabel('Kurs', { exact: true }).check()
  await page.getByLabel('vor Ort').check()
  await page.getByLabel('Musik').check()
  await goesOn(page)
}

async function saysForWhom(page: Page) {
  await page.getByLabel('ab', { exact: true }).fill('3')
  await page.getByLabel('Deutsch', { exact: true }).check()
  await page.getByLabel('Arabisch').check()
  await goesOn(page)
}

async function saysWhen(page: Page) {
  await page.getByLabel('Raum oder Treffpunkt').fill('Raum 2')
  await page.getByLabel('Wie oft?').selectOption({ label: 'jede Woche' })
  await page.getByLabel('Wochentag').selectOption({ label: 'Mittwoch' })
  await page.getByLabel('Beginn').fill('15:30')
  await page.getByLabel('Erster Tag').fill('2026-12-02')
  await page.getByLabel('Anzahl der Treffen').fill('6')
  await page.getByLabel('nicht in den Schulferien').check()
  await goesOn(page)
}
