import { expect, test } from 'vitest'
import { phone } from '../support/browser.ts'
import { journey } from '../support/journey.ts'
import { mainOf, signsIn } from '../support/steps.ts'

const { url, open } = await journey()
const page = await open({ viewport: phone })
await signsIn(page, url, 'kurs')

test('a course leader counts her group on her phone with a handful of taps', async () => {
  await page.goto(`${url}/de/staff`)
  expect(await mainOf(page)).toContain('Deutsch-Café')
  await page.getByRole('link', { name: 'Zählen', exact: true }).click()

  const taps = {
    'Erwachsene: eins mehr': 5,
    'Babys unter 1 Jahr: eins mehr': 2,
    'Erwachsene: eins weniger': 1,
  }
  for (const [button, times] of Object.entries(taps))
    for (let tap = 0; tap < times; tap++) await page.getByRole('button', { name: button }).click()
  await page.getByRole('button', { name: 'Fertig' }).click()
  expect(await mainOf(page)).toContain('Gezählt: 6 Menschen')
})

test('a wrong number is put right, and both stay readable', async () => {
  await page.getByRole('link', { name: 'Korrigieren' }).click()
  await page.getByRole('spinbutton', { name: /Babys/ }).fill('3')
  await page.getByRole('button', { name: 'Fertig' }).click()
  expect(await mainOf(page)).toContain('Gezählt: 7 Menschen')
  expect(await mainOf(page)).toContain('Alle Fassungen dieser Zählung')
})

test('she sees the sessions she leads and no others, nor what is not hers', async () => {
  const lead = await open()
  await signsIn(lead, url, 'leitung')
  expect(await mainOf(lead)).toContain('Sprechstunde Anträge')
  await lead.goto(`${url}/de/staff/programme/westend-kita-platz-suche`)
  const listOfAnotherGroup = await lead
    .getByRole('link', { name: /^Liste/ })
    .first()
    .getAttribute('href')

  await page.goto(`${url}/de/staff`)
  expect(await mainOf(page)).not.toContain('Sprechstunde Anträge')
  for (const address of [listOfAnotherGroup, '/de/staff/programme', '/de/staff/figures', '/de/staff/people'])
    expect((await page.goto(`${url}${address}`))?.status(), String(address)).toBe(404)
})
