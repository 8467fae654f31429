import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { desk, phone } from '../support/browser.ts'
import { journey } from '../support/journey.ts'
import { headingOf, mainOf, signsIn, wordsOf } from '../support/steps.ts'

const { url, open, moveTimeTo } = await journey()
const kits = `${url}/de/staff/doorstep`

test('a mother asks for a kit, the lead enters a father who calls, a colleague ticks at the doors, and closing forgets them', async () => {
  const lead = await open({ viewport: desk, javaScriptEnabled: false })
  await signsIn(lead, url, 'leitung')
  await packsTwoKits(lead)
  await lead.goto(kits)
  await lead.getByRole('link', { name: 'Runde planen' }).click()
  await lead.getByLabel('An welchem Tag?').fill('2026-11-19')
  await lead.getByLabel('Wer geht?').fill('Samira')
  await lead.getByRole('button', { name: 'Speichern' }).click()
  expect(await mainOf(lead)).toContain('Familien können jetzt bestellen')

  const mother = await open({ viewport: phone, locale: 'ar', javaScriptEnabled: false })
  await mother.goto(`${url}/ar/centres/kiez-westend`)
  await mother.getByRole('link', { name: 'حقيبة أنشطة' }).click()
  const page = mother.url()
  await mother.getByLabel('حقيبة النجوم').selectOption('1')
  await mother.getByLabel('الاسم على الجرس').fill('Haddad')
  await mother.getByLabel('الشارع').fill('Wellritzstraße')
  await mother.getByLabel('رقم البيت').fill('١٢')
  await mother.getByLabel('الرجاء عدم قرع الجرس أبدًا').check()
  await mother.getByRole('button', { name: 'أحضروها لي' }).click()
  expect(await headingOf(mother)).toBe('سنحضرها إليكم')
  const own = mother.url()

  await lead.getByRole('link', { name: 'Jemanden eintragen' }).click()
  await lead.getByLabel('Sternentüte').selectOption('1')
  await lead.getByLabel('Name an der Klingel').fill('Novak')
  await lead.getByLabel('Straße', { exact: true }).fill('Bleichstraße')
  await lead.getByLabel('Hausnummer').fill('3')
  await lead.getByRole('button', { name: 'Eintragen' }).click()
  expect(await mainOf(lead)).toContain('Bleichstraße 3')
  await mother.goto(page)
  expect(await mainOf(mother)).toContain('نفدت للأسف')

  const colleague = await open({ viewport: phone, javaScriptEnabled: false })
  await signsIn(colleague, url, 'leitung')
  await colleague.goto(kits)
  await colleague.getByRole('link', { name: 'Zur Liste' }).click()
  const sheet = colleague.url()
  expect(await wordsOf(doorAt(colleague, 'Wellritzstraße 12'))).toContain('Bitte nie klingeln')
  await doorAt(colleague, 'Wellritzstraße 12').getByRole('button', { name: 'Hängt' }).click()
  await doorAt(colleague, 'Bleichstraße 3').getByRole('button', { name: 'Hängt' }).click()
  await doorAt(colleague, 'Bleichstraße 3').getByRole('button', { name: 'Rückgängig' }).click()
  await doorAt(colleague, 'Bleichstraße 3').getByRole('button', { name: 'Nicht gefunden' }).click()
  expect(await mainOf(colleague)).toContain('2 von 2 Türen abgehakt')
  await mother.goto(own)
  expect(await headingOf(mother)).toBe('انظروا إلى بابكم')

  moveTimeTo(Temporal.Instant.from('2026-11-20T08:00:00Z'))
  await lead.goto(`${url}/de/staff`)
  expect(await mainOf(lead)).toContain('ihre Adressen sind noch da')
  await lead.goto(sheet)
  await lead.getByRole('link', { name: 'Abschließen' }).click()
  await lead.getByRole('button', { name: 'Abschließen und Adressen löschen' }).click()
  const over = await mainOf(lead)
  expect(over).toContain('Alle Adressen sind gelöscht')
  expect(await wordsOf(lead.getByRole('row', { name: '19. November 2026' }))).toMatch(/1\s+1\s+1\s+1\s+0\s+1/)
  expect(over).not.toMatch(/Haddad|Novak|Bleich/)
  await lead.goto(sheet)
  expect(await mainOf(lead)).not.toMatch(/Haddad|Novak/)
  await mother.goto(own)
  expect(await headingOf(mother)).toBe('لم يبقَ شيء هنا')
})

const doorAt = (page: Page, address: string) =>
  page
    .getByRole('main')
    .locator('.kern-card')
    .filter({ has: page.getByRole('heading', { name: address }) })

const packsTwoKits = async (lead: Page) => {
  await lead.goto(`${url}/de/staff/parts`)
  await lead.getByRole('button', { name: /^Einschalten ?: An der Tür/ }).click()
  await lead.goto(`${kits}/kits/new`)
  await lead.getByLabel('Name der Tüte').first().fill('Sternentüte')
  await lead.getByRole('group', { name: 'Arabisch' }).getByLabel('Name der Tüte').fill('حقيبة النجوم')
  await lead.getByLabel('Ab wie viel Jahren').fill('3')
  await lead.getByLabel('Bis wie viel Jahre').fill('6')
  await lead.getByRole('button', { name: 'Speichern' }).click()
  await lead.getByLabel('Wie viele sind dazugekommen?').fill('2')
  await lead.getByRole('button', { name: 'Eintragen' }).click()
}
