import type { Page } from 'playwright-core'
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
  await mother.getByRole('link', { name: '10:00', exact: true }).click()
  await mother.getByRole('button', { name: 'حجز الموعد' }).click()
  expect(await headingOf(mother)).toBe('موعدكم محجوز')
  const word = await wordsOf(mother.locator('.big-code'))
  const own = mother.url()
  expect(await mother.locator('.leave').count()).toBe(1)

  await lead.goto(`${url}/de/staff/counselling`)
  const heading = lead.getByRole('heading', { name: word })
  expect(await wordsOf(heading)).toContain('10:00')
  expect(await wordsOf(lead.locator('.stack', { has: heading }).last())).toContain('Arabisch')

  await mother.goto(times)
  expect(await timesOf(mother)).toEqual(['10:30'])
  await mother.goto(own)
  await mother.getByText('إلغاء الموعد').click()
  await mother.getByRole('button', { name: 'نعم، إلغاء' }).click()
  expect(await mainOf(mother)).toContain('أُلغي موعدكم')
  expect(await timesOf(mother)).toEqual(['10:00', '10:30'])
  await lead.reload()
  expect(await mainOf(lead)).not.toContain(word)
})

const timesOf = (page: Page) => page.locator('main .kern-card a').allInnerTexts()
