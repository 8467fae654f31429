import { expect, test } from 'vitest'
import { desk, phone } from '../support/browser.ts'
import { journey } from '../support/journey.ts'
import { plansDrumming } from '../support/planning.ts'
import { fillsIn, mainOf, signsIn, wordsOf } from '../support/steps.ts'

const { url, open } = await journey()
const page = await open({ viewport: desk, javaScriptEnabled: false })
await signsIn(page, url, 'leitung')
const family = await open({ viewport: phone })

test('the lead plans a course, sees its dates and the days that fall out, and families find it', async () => {
  await page.goto(`${url}/de/staff`)
  await page.getByRole('link', { name: 'Angebot planen' }).first().click()
  await page.getByRole('button', { name: 'Angebot planen' }).click()
  await plansDrumming(page)

  const check = await mainOf(page)
  expect(check).toContain('6 Termine')
  expect(check).toContain('Weihnachtsferien')
  await page.getByRole('button', { name: 'Veröffentlichen' }).click()
  expect(await mainOf(page)).toContain('Das Angebot steht.')

  await family.goto(`${url}/de/offers`)
  await family.getByRole('searchbox').fill('Trommeln')
  await family.getByRole('button', { name: 'Suchen' }).click()
  await family.getByRole('link', { name: 'Trommeln am Mittwoch' }).first().click()
  expect(await mainOf(family)).toContain('Einfach kommen')
})

test('the lead translates the course; when the German changes, families hear of it until she has mended it', async () => {
  await page.goto(`${url}/de/staff/programme`)
  await page.getByRole('link', { name: 'Übersetzungen' }).click()
  await page.getByRole('link', { name: /Türkisch/ }).click()
  await page.getByRole('link', { name: 'Trommeln am Mittwoch' }).click()
  const translation = page.url()
  await page.locator('[name=title]').fill('Çarşamba davul')
  await page.locator('[name=summary]').fill('Herkes gelebilir.')
  await page.getByRole('button', { name: 'Familien zeigen' }).click()
  expect(await mainOf(page)).toContain('Familien lesen jetzt diese Übersetzung.')

  await family.goto(`${url}/tr/offers?q=davul`)
  await family.getByRole('link', { name: 'Çarşamba davul' }).first().click()
  const turkish = family.url()
  expect(await mainOf(family)).toContain('Herkes gelebilir.')

  const slug = new URL(translation).pathname.split('/').at(-3)
  await page.goto(`${url}/de/staff/programme/${slug}`)
  await page.getByRole('button', { name: 'Ändern', exact: true }).click()
  await page.getByRole('link', { name: 'Was ändern' }).click()
  await page.getByLabel('Name des Angebots').first().fill('Trommeln und Tanzen am Mittwoch')
  await page.getByRole('button', { name: 'Weiter', exact: true }).click()
  await page.getByRole('button', { name: 'Änderungen speichern' }).click()

  await family.goto(turkish)
  expect(await mainOf(family)).toContain('Almanca metin bu çeviriden daha yeni.')
  await page.goto(translation)
  expect(await mainOf(page)).toContain('veraltet')
  expect(await wordsOf(page.locator('ins').first())).toContain('und Tanzen')
  expect(await page.locator('[name=title]').inputValue()).toBe('Çarşamba davul')
  await page.locator('[name=title]').fill('Çarşamba davul ve dans')
  await page.getByRole('button', { name: 'Familien zeigen' }).click()

  await family.goto(turkish)
  const read = await mainOf(family)
  expect(read).toContain('Çarşamba davul ve dans')
  expect(read).not.toContain('Almanca metin')
})

test('the lead answers half and is told what is missing; what she typed is kept', async () => {
  await page.goto(`${url}/de/staff/programme`)
  await page.getByRole('button', { name: 'Angebot planen' }).click()
  await page.getByLabel('In einem Satz').first().fill('Mit Fingerfarben')
  await page.getByRole('button', { name: 'Weiter', exact: true }).click()
  await page.getByRole('link', { name: /Name des Angebots/ }).click()
  expect(await page.getByLabel('Name des Angebots').first().getAttribute('aria-invalid')).toBe('true')
  expect(await page.getByLabel('In einem Satz').first().inputValue()).toBe('Mit Fingerfarben')
  await page.getByRole('button', { name: 'Später weiter' }).click()
  expect(await mainOf(page)).toContain('Noch ohne Namen')
})

test('the lead writes down a family that calls, and finds it on the list', async () => {
  await page.goto(`${url}/de/staff/programme/${searchTogether}`)
  await page
    .getByRole('link', { name: /^Liste/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Familie eintragen' }).click()
  await fillsIn(page, { called: 'Frau Okafor', child: 'Ada', phone: '0611 555 123' })
  await page.getByRole('main').getByRole('button', { name: 'Anmelden', exact: true }).click()
  expect(await wordsOf(page.locator('.big-code'))).toMatch(/^\w{3}-\w{3}-\w{3}$/)
  await page.getByRole('link', { name: 'Zur Liste' }).click()
  const list = await mainOf(page)
  expect(list).toContain('Frau Okafor')
  expect(list).toContain('Ada, März 2024')
  expect(list).toContain('1 von 4 Familienplätzen')
})

test('the lead cancels a session, and everybody who waits for it is told why', async () => {
  await family.goto(`${url}/de/offers/${searchTogether}`)
  await family.getByRole('link', { name: 'Anmelden', exact: true }).click()
  await fillsIn(family, { called: 'Mehmet', child: 'Deniz', email: 'mehmet@example.org' })
  await family.getByRole('main').getByRole('button', { name: 'Anmelden', exact: true }).click()

  await page.goto(`${url}/de/staff/programme/${searchTogether}`)
  await page
    .getByRole('link', { name: /^Absagen/ })
    .first()
    .click()
  expect(await mainOf(page)).toContain('2 Familien bekommen Bescheid')
  await page.getByLabel('Krankheit').check()
  await page.getByLabel('Was sollen Familien noch wissen?').fill('Nächste Woche sind wir wieder da.')
  await page.getByRole('button', { name: 'Termin absagen' }).click()
  expect(await mainOf(page)).toContain('1 ist anzurufen')

  await family.goto(`${url}/de/offers/${searchTogether}`)
  const cancelled = family.locator('.time-card--off').first()
  expect(await wordsOf(cancelled)).toContain('Grund: Krankheit')
  expect(
    await cancelled.getByRole('heading').evaluate(title => getComputedStyle(title).textDecorationLine),
  ).toBe('line-through')
  await family.goto(`${url}/de/demo/mailbox`)
  await family
    .getByRole('link', { name: /^Fällt aus/ })
    .first()
    .click()
  expect(await mainOf(family)).toContain('Nächste Woche sind wir wieder da.')

  await page.goto(`${url}/de/staff/calls`)
  expect(await mainOf(page)).toContain('0611 555 123')
})

test('the lead counts who came to the language café this morning', async () => {
  await page.goto(`${url}/de/staff`)
  await page.getByRole('link', { name: 'Zählen', exact: true }).first().click()
  await page.getByLabel('Erwachsene', { exact: false }).first().fill('6')
  await page.getByLabel(/unter 1 Jahr/).fill('2')
  await page.getByRole('button', { name: 'Fertig' }).click()
  expect(await mainOf(page)).toContain('Gezählt: 8 Menschen')
})

const searchTogether = 'westend-kita-platz-suche'
