import { expect, test } from 'vitest'
import { desk, phone } from '../support/browser.ts'
import { journey } from '../support/journey.ts'
import { mainOf, signsIn } from '../support/steps.ts'

const { url, open } = await journey()
const lead = await open({ viewport: desk, javaScriptEnabled: false })
await signsIn(lead, url, 'leitung')
const partner = await open({ viewport: phone, javaScriptEnabled: false })
const family = await open({ viewport: phone, locale: 'ar', javaScriptEnabled: false })

test('the lead gives a midwife a link', async () => {
  await lead.goto(`${url}/de/staff/network`)
  await lead.getByRole('link', { name: 'Partner eintragen' }).click()
  await lead.getByLabel('Name').fill('Hebamme Yıldız')
  await lead.getByLabel('Was ist das?').selectOption({ label: 'Hebamme' })
  await lead.getByRole('button', { name: 'Partner eintragen' }).click()
  await lead.goto(`${url}/de/staff/proposals`)
  await lead.getByLabel('Partner', { exact: true }).selectOption({ label: 'Hebamme Yıldız' })
  await lead.getByRole('button', { name: 'Link machen' }).click()
  const address = await lead.locator('main a.number').getAttribute('href')
  await partner.goto(`${url}${new URL(address ?? '').pathname}`)
  expect(await mainOf(partner)).toContain('Hebamme Yıldız')
})

test('the midwife proposes a group, without account and script', async () => {
  await partner.getByRole('link', { name: 'Neues Angebot vorschlagen' }).click()
  await partner.getByLabel('Name des Angebots').first().fill('Babymassage')
  await partner.getByLabel('Lernen und Kurse').check()
  await partner.getByLabel('Kurs', { exact: true }).check()
  await partner.getByLabel('vor Ort').check()
  await partner.getByLabel('Deutsch', { exact: true }).check()
  await partner.getByLabel('Wie oft?').selectOption({ label: 'jede Woche' })
  await partner.getByLabel('Wochentag').selectOption({ label: 'Mittwoch' })
  await partner.getByLabel('Beginn').fill('10:00')
  await partner.getByLabel('Erster Tag').fill('2026-12-02')
  await partner.getByLabel('Anzahl der Treffen').fill('6')
  await partner.getByRole('button', { name: 'Vorschlag abschicken' }).click()
  expect(await mainOf(partner)).toContain('Dein Vorschlag ist angekommen')
  expect(await mainOf(partner)).toContain('wartet')
})

test('the lead finds it on her start page, mends the place and approves it', async () => {
  await lead.goto(`${url}/de/staff`)
  expect(await mainOf(lead)).toContain('Vorschlag von Partnern wartet')
  await lead.goto(`${url}/de/staff/proposals`)
  await lead.getByRole('link', { name: 'Babymassage' }).click()
  expect(await mainOf(lead)).toContain('10:00')
  await lead.getByRole('button', { name: 'Erst ändern' }).click()
  await lead.getByRole('link', { name: 'Wann und wo ändern' }).first().click()
  await lead.getByLabel('Raum oder Treffpunkt').fill('Raum 3')
  await lead.getByRole('button', { name: 'Weiter', exact: true }).click()
  await lead.getByRole('button', { name: 'Veröffentlichen' }).click()
  expect(await mainOf(lead)).toContain('Familien sehen es jetzt')
})

test('a family finds it, and the midwife sees that it was approved', async () => {
  await family.goto(`${url}/ar/offers?q=Babymassage`)
  await family.getByRole('link', { name: 'Babymassage', exact: true }).first().click()
  expect(await mainOf(family)).toContain('Raum 3')
  await partner.reload()
  const own = await mainOf(partner)
  expect(own).toContain('Babymassage')
  expect(own).toContain('Änderung vorschlagen')
})
