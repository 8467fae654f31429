import { expect, test } from 'vitest'
import { desk, phone } from '../support/browser.ts'
import { journey } from '../support/journey.ts'
import { fillsIn, headingOf, mainOf, signsIn } from '../support/steps.ts'

const { url, open, moveTimeTo } = await journey()

test('a mother pays less on her word, the lead takes it, gives it back and counts her box', async () => {
  moveTimeTo(Temporal.Instant.from('2026-11-21T10:00:00Z'))
  const lead = await open({ viewport: desk, javaScriptEnabled: false })
  await signsIn(lead, url, 'leitung')
  await lead.goto(`${url}/de/staff/fees`)
  await lead.getByRole('link', { name: 'Ermäßigte Preise' }).click()
  const music = lead.locator('.kern-card', { hasText: 'Papa und ich' })
  await music.getByLabel('Ermäßigt, in Euro').fill('12')
  await music.getByRole('button', { name: 'Merken' }).click()
  expect(await mainOf(lead)).toContain('Familien lesen den neuen Preis')

  const mother = await open({ viewport: phone, locale: 'ar', javaScriptEnabled: false })
  await mother.goto(`${url}/ar/offers/westend-papa-und-ich`)
  expect(await mainOf(mother)).toContain('كلمتكم تكفي')
  await mother.getByRole('link', { name: 'سجّلوا الآن' }).first().click()
  await fillsIn(mother, { called: 'Haddad', child: 'Lina', email: 'haddad@example.org' })
  await mother.locator('[name="childYear[]"]').first().fill('2025')
  await mother.locator('main form .kern-btn--primary').last().click()
  expect(await headingOf(mother)).toBe('مكانكم محجوز')
  await mother.getByRole('link', { name: /يمكن دفع أقل/ }).click()
  await mother.getByLabel(/^أقل/).check()
  await mother.getByRole('button', { name: 'حفظ' }).click()
  expect(await mainOf(mother)).toContain('سجّلنا ذلك')

  await lead.goto(`${url}/de/staff/fees`)
  await lead.locator('.rows li', { hasText: 'Papa und ich' }).getByRole('link', { name: 'Beiträge' }).click()
  const haddad = lead.locator('.kern-card', { hasText: 'Haddad' })
  await haddad.getByRole('button', { name: /^12.€ erhalten/ }).click()
  expect(await mainOf(lead)).toContain('erledigt')

  await lead.getByRole('link', { name: 'Nr. 1', exact: true }).click()
  await lead.getByLabel('Betrag in Euro').fill('2')
  await lead.getByRole('button', { name: 'Zurückgegeben' }).click()
  expect(await mainOf(lead)).toContain('Eingetragen: Geld zurückgegeben')

  await lead.goto(`${url}/de/staff/fees`)
  await lead.getByLabel('Gezählt, in Euro').fill('10')
  await lead.getByRole('button', { name: 'Tagesblatt abschließen' }).click()
  expect(await mainOf(lead)).toContain('die Kasse stimmt')

  const manager = await open({ viewport: desk, javaScriptEnabled: false })
  await signsIn(manager, url, 'traeger')
  await manager.goto(`${url}/de/staff/fees`)
  expect(await mainOf(manager)).toContain('Papa und ich')
  expect(await mainOf(manager)).not.toContain('Haddad')
}, 120_000)
