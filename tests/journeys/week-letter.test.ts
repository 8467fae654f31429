import { expect, test } from 'vitest'
import { desk, phone } from '../support/browser.ts'
import { journey } from '../support/journey.ts'
import { mainOf, signsIn } from '../support/steps.ts'

const { url, open } = await journey()

test('a mother orders the week of a centre in her language, says yes in her mailbox, and stops it with one press', async () => {
  const mother = await open({ viewport: phone, locale: 'ar', javaScriptEnabled: false })
  await mother.goto(`${url}/ar/centres/kiez-westend`)
  await mother.getByRole('link', { name: 'الأسبوع بالبريد الإلكتروني' }).click()
  await mother.getByLabel('البريد الإلكتروني').fill('nour@example.org')
  await mother.getByRole('button', { name: 'طلب رسالة الأسبوع' }).click()
  expect(await mainOf(mother)).toContain('انظروا في بريدكم')

  const lead = await open({ viewport: desk })
  await signsIn(lead, url, 'leitung')
  await lead.getByRole('link', { name: 'Wochenbrief' }).click()
  expect(await mainOf(lead)).toContain('Noch liest ihn niemand')

  await mother.goto(`${url}/ar/demo/mailbox`)
  await mother.getByRole('link', { name: /^يُرجى التأكيد/ }).click()
  const link = await mother.locator('main a[href*="/week-letter/"]').getAttribute('href')
  await mother.goto(url + new URL(link ?? '', url).pathname)
  await mother.getByRole('button', { name: 'نعم، أرسلوها' }).click()
  expect(await mainOf(mother)).toContain('تصل الرسالة مساء كل أحد')
  await lead.reload()
  expect(await mainOf(lead)).toContain('Einer bekommt ihn')
  expect(await mainOf(lead)).not.toContain('nour@')

  await mother.getByRole('button', { name: 'لا مزيد من الرسائل' }).click()
  expect(await mainOf(mother)).toContain('حُذف عنوان بريدكم')
  await lead.reload()
  expect(await mainOf(lead)).toContain('Noch liest ihn niemand')
})
