import { expect, test } from 'vitest'
import { desk } from '../support/browser.ts'
import { journey } from '../support/journey.ts'
import { mainOf, signsIn } from '../support/steps.ts'

const { url, open } = await journey({ withPast: true })
const page = await open({ viewport: desk })
await signsIn(page, url, 'traeger')

test('the provider reads the figures of its own centre', async () => {
  await page.goto(`${url}/de/staff/figures`)
  const figures = await mainOf(page)
  expect(figures).toContain('Besuche')
  expect(figures).toContain('Offener Treff')
  expect(figures).not.toContain('Biebrich')
})

test('the provider opens its families for two days to somebody who helps, and everybody concerned sees it', async () => {
  await page.goto(`${url}/de/staff/support`)
  expect(await mainOf(page)).toContain('Niemand von außen')
  await page.getByRole('link', { name: 'Zugriff erlauben' }).click()
  await page.getByLabel('E-Mail des Kontos').fill('leitung.nebenan@example.org')
  await page.getByLabel('Für wie viele Tage').fill('2')
  await page.getByLabel('Grund').fill('Hilfe bei doppelten Anmeldungen')
  await page.getByRole('button', { name: 'Erlauben' }).click()
  expect(await mainOf(page)).toContain('Der Zugriff ist erlaubt.')

  const lead = await open({ viewport: desk })
  await signsIn(lead, url, 'leitung')
  await lead.goto(`${url}/de/staff/support`)
  expect(await mainOf(lead)).toContain('Olga Petrova')
  expect(await mainOf(lead)).toContain('Hilfe bei doppelten Anmeldungen')

  await page.getByRole('button', { name: 'Jetzt beenden' }).click()
  expect(await mainOf(page)).toContain('beendet')
})

test('the provider appoints and reads figures, and sees no family', async () => {
  const lead = await open({ viewport: desk })
  await signsIn(lead, url, 'leitung')
  await lead.goto(`${url}/de/staff/programme/westend-kita-platz-suche`)
  const list = await lead
    .getByRole('link', { name: /^Liste/ })
    .first()
    .getAttribute('href')
  expect((await lead.goto(`${url}${list}`))?.status()).toBe(200)
  expect((await page.goto(`${url}${list}`))?.status()).toBe(404)
})

test('the provider fills a post; the city office sees size and vacancy, and no name', async () => {
  await page.goto(`${url}/de/staff/posts`)
  await page.getByRole('link', { name: 'Stelle ansehen' }).first().click()
  await page.getByRole('link', { name: 'Jemanden eintragen' }).click()
  await page.getByLabel('hat die Stelle').check()
  await page.getByLabel('Name', { exact: true }).fill('Perihan Tezcan')
  await page.getByLabel('Stunden in der Woche laut Vertrag').fill('19,5')
  await page.getByLabel('Stunden in der Woche auf dieser Stelle').fill('20')
  await page.getByRole('button', { name: 'Speichern' }).click()
  expect(await mainOf(page)).toContain('mehr, als in ihrem Vertrag steht')
  await page.getByLabel('Stunden in der Woche auf dieser Stelle').fill('19,5')
  await page.getByRole('button', { name: 'Speichern' }).click()
  expect(await mainOf(page)).toContain('Perihan Tezcan')

  const office = await open({ viewport: desk })
  await signsIn(office, url, 'amt')
  await office.goto(`${url}/de/staff/posts`)
  const seen = await mainOf(office)
  expect(seen).toContain('KiEZ Westend')
  expect(seen).toContain('Monate unbesetzt')
  for (const name of ['Perihan', 'Tezcan', 'Aylin Demir']) expect(seen).not.toContain(name)
  // The control: who may know the names reads them at the same address.
  await page.goto(`${url}/de/staff/posts`)
  for (const name of ['Perihan Tezcan', 'Aylin Demir']) expect(await mainOf(page)).toContain(name)
})
