import { expect, test } from 'vitest'
import { desk, phone } from '../support/browser.ts'
import { journey } from '../support/journey.ts'
import { headingOf, mainOf, signsIn, wordsOf } from '../support/steps.ts'

const { url, open } = await journey()

test('a mother books without a name, the lead knows her by her code word, and what she gives back is free again', async () => {
  const lead = await open({ viewport: desk, javaScriptEnabled: false })
  await signsIn(lead, url, 'leitung')
  await lead.goto(`${url}/de/staff/counselling/hours`)
  await lead.getByLabel('Wer berät?').fill('Familienberatung')
  await lead.getByLabel('Worum es geht').selectOption({ label: 'Erziehung' })
  await lead.getByLabel('Arabisch').check()
  await lead.getByLabel('Tag', { exact: true }).fill('2026-11-17')
  await lead.getByLabel('Von', { exact: true }).fill('10:00')
  await lead.getByLabel('Bis', { exact: true }).fill('11:00')
  await lead.getByRole('button', { name: 'Eintragen' }).click()
  expect(await mainOf(lead)).toContain('Familien können buchen')

  const mother = await open({ viewport: phone, locale: 'ar', javaScriptEnabled: false })
  await mother.goto(`${url}/ar/centres/kiez-westend`)
  await mother.getByRole('link', { name: 'موعد دون اسم' }).click()
  const times = mother.url()
  await mother.getByRole('link', { name: 'التربية' }).first().click()
  await mother.getByRole('button', { name: 'حجز الموعد' }).click()
  expect(await headingOf(mother)).toBe('موعدكم محجوز')
  const word = await wordsOf(mother.locator('.big-code'))
  const own = mother.url()
  expect(await mother.locator('.leave').count()).toBe(1)

  await lead.goto(`${url}/de/staff/counselling`)
  const row = await wordsOf(lead.getByRole('listitem').filter({ hasText: word }))
  expect(row).toContain('10:00')
  expect(row).toContain('Arabisch')

  await mother.goto(times)
  expect(await mother.getByRole('link', { name: 'التربية' }).count()).toBe(1)
  await mother.goto(own)
  await mother.getByRole('button', { name: 'إلغاء الموعد' }).click()
  expect(await mainOf(mother)).toContain('أُلغي موعدكم')
  expect(await mother.getByRole('link', { name: 'التربية' }).count()).toBe(2)
  await lead.reload()
  expect(await mainOf(lead)).not.toContain(word)
})
