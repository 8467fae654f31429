import { readFile } from 'node:fs/promises'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { desk, phone } from '../support/browser.ts'
import { journey } from '../support/journey.ts'
import { signsIn } from '../support/steps.ts'

const { url, open } = await journey({ withPast: true })

test('a journalist reads the network in ten sentences and takes the sheet along', async () => {
  const journalist = await open({ viewport: phone })
  await journalist.goto(`${url}/de`)
  await journalist.getByRole('contentinfo').getByRole('link', { name: 'In zehn Sätzen' }).click()
  const sentences = journalist.locator('ol.story > li')
  expect(await sentences.count()).toBe(10)
  expect(await sentences.first().textContent()).toContain('Wiesbaden hat 10 Zentren')
  expect(await journalist.getByRole('img').count()).toBe(10)

  const answered = journalist.waitForResponse(answer => answer.url().endsWith('/de/story.pdf'))
  const downloading = journalist.waitForEvent('download')
  await journalist.getByRole('link', { name: 'Als barrierefreies PDF' }).click()
  expect((await answered).headers()['content-type']).toBe('application/pdf')
  const file = await (await downloading).path()
  const sheet = await getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0 }).promise
  expect(sheet.numPages).toBeLessThanOrEqual(2)
})

test('the city office corrects an amount; a councillor reads the new sum in Arabic', async () => {
  const councillor = await open({ viewport: desk })
  await councillor.goto(`${url}/ar/story`)
  const money = councillor.locator('ol.story > li').nth(7)
  const before = await money.textContent()

  const office = await open({ viewport: desk })
  await signsIn(office, url, 'amt')
  await office.goto(`${url}/de/staff/money`)
  await office.locator('main table a').first().click()
  await office.getByLabel('Betrag in Euro').fill('123456')
  await office.getByRole('button', { name: 'Speichern' }).click()
  await office.waitForURL(/money/)

  await councillor.reload()
  expect(await money.textContent()).not.toBe(before)
})
