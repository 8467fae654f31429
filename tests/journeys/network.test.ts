import { expect, test } from 'vitest'
import { desk, phone } from '../support/browser.ts'
import { journey } from '../support/journey.ts'
import { journeyNow } from '../support/served-city.ts'
import { mainOf, signsIn } from '../support/steps.ts'

const { url, open } = await journey()
const lead = await open({ viewport: desk, javaScriptEnabled: false })
await signsIn(lead, url, 'leitung')
const visitor = await open({ viewport: phone, locale: 'ar', javaScriptEnabled: false })

test('the lead enters a partner and an agreement that runs out; her start page tells her', async () => {
  await lead.goto(`${url}/de/staff/network`)
  await lead.getByRole('link', { name: 'Partner eintragen' }).click()
  await lead.getByLabel('Name').fill('Kita Mondschein')
  await lead.getByLabel('Was ist das?').selectOption({ label: 'Kita' })
  await lead.getByLabel('Was bringt der Partner ein? (Arabisch)').fill('تعيرنا قاعة الرياضة.')
  await lead.getByLabel('Familien dürfen das lesen').check()
  await lead.getByRole('button', { name: 'Partner eintragen' }).click()

  await lead.getByLabel('Unterschrieben am').fill('2025-01-01')
  await lead.getByLabel('Gilt ab').fill('2025-01-01')
  await lead.getByLabel('Gilt bis').fill(inDays(50))
  await lead.getByRole('button', { name: 'Vereinbarung eintragen' }).click()
  expect(await mainOf(lead)).toContain('läuft bald aus')
  const contact = lead.getByRole('form', { name: 'Person eintragen' })
  await contact.getByLabel('Name').fill('Ines Verborgen')
  await contact.getByRole('button', { name: 'Person eintragen' }).click()
  expect(await mainOf(lead)).toContain('Ines Verborgen')

  await lead.goto(`${url}/de/staff`)
  expect(await mainOf(lead)).toContain('Vereinbarung läuft aus')
})

test('a visitor reads what the partner contributes, and meets no contact person', async () => {
  await visitor.goto(`${url}/ar/centres/kiez-westend`)
  const page = await mainOf(visitor)
  expect(page).toContain('Kita Mondschein')
  expect(page).toContain('تعيرنا قاعة الرياضة.')
  expect(await visitor.content()).not.toContain('Verborgen')
  // The control: where she may be seen, the same words are found.
  await lead.goto(`${url}/de/staff/network`)
  await lead.getByRole('link', { name: /Kita Mondschein/ }).click()
  expect(await lead.content()).toContain('Verborgen')
})

test('the lead lets families know of her only with her own consent', async () => {
  await lead.goto(`${url}/de/staff/introduction`)
  await lead.getByLabel('Wie dürfen Familien dich nennen?').fill('Frau Demir')
  await lead.getByRole('button', { name: 'Auf der Seite zeigen' }).click()
  expect(await mainOf(lead)).toContain('Ohne dein Ja zeigen wir nichts von dir.')
  await visitor.reload()
  expect(await mainOf(visitor)).not.toContain('Frau Demir')

  await lead.getByLabel('Ja, das darf auf der Seite unseres Zentrums stehen').check()
  await lead.getByRole('button', { name: 'Auf der Seite zeigen' }).click()
  await visitor.reload()
  expect(await mainOf(visitor)).toContain('Frau Demir')
  expect(await visitor.locator('a[href="tel:116016"]').count()).toBe(1)
})

const inDays = (days: number) =>
  journeyNow.toZonedDateTimeISO('Europe/Berlin').toPlainDate().add({ days }).toString()
