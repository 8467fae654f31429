import pg from 'pg'
import { expect, test } from 'vitest'
import { desk, phone } from '../support/browser.ts'
import { journey } from '../support/journey.ts'
import { headingOf, mainOf, signsIn, wordsOf } from '../support/steps.ts'

const { url, open, database } = await journey()

test('a mother asks in her language without a name; the centre answers, and only a number remains', async () => {
  const mother = await open({ viewport: phone, locale: 'ar', javaScriptEnabled: false })
  await mother.goto(`${url}/ar/offers`)
  await mother.getByRole('link', { name: 'اسألونا' }).click()
  await mother.getByRole('link', { name: 'KiEZ Westend' }).click()
  await mother.getByLabel('سؤالكم').fill('ابني لا ينام. من يساعدني؟')
  await mother.getByLabel('سآتي إليكم').check()
  await mother.getByRole('button', { name: 'إرسال السؤال' }).click()
  expect(await headingOf(mother)).toBe('وصلنا سؤالكم')
  const code = await wordsOf(mother.locator('.big-code'))

  await twoWorkingDaysPass()
  const lead = await open({ viewport: desk })
  await signsIn(lead, url, 'leitung')
  expect(await mainOf(lead)).toContain('Frage wartet länger als zwei Arbeitstage')
  await lead.getByRole('link', { name: 'Antworten', exact: true }).click()
  await lead.getByLabel('Code').fill(code)
  await lead.getByRole('button', { name: 'Öffnen' }).click()
  expect(await mainOf(lead)).toContain('ابني لا ينام')
  await lead.getByLabel('Antwort').fill('أهلًا بكم يوم الثلاثاء الساعة العاشرة.')
  await lead.getByLabel('Thema').selectOption({ label: 'Gesundheit' })
  await lead.getByLabel('Weiter zu').selectOption({ label: 'Arzt, Hebamme' })
  await lead.getByRole('button', { name: 'Antwort speichern' }).click()
  const list = await mainOf(lead)
  expect(list).toContain('Beantwortet. Danke!')
  expect(await wordsOf(lead.getByRole('table'))).toContain('Gesundheit')

  await mother.reload()
  expect(await mainOf(mother)).toContain('أهلًا بكم يوم الثلاثاء')
})

test('whoever must not be seen asking is gone with one tap', async () => {
  const mother = await open({ viewport: phone })
  await mother.goto(`${url}/de/ask?centre=kiez-westend`)
  const leave = mother.getByRole('link', { name: 'Schnell weg' })
  expect(await leave.getAttribute('href')).not.toContain(url)
  expect(await leave.getAttribute('rel')).toBe('noreferrer')
})

const twoWorkingDaysPass = async () => {
  const admin = new pg.Client({ connectionString: database.admin })
  await admin.connect()
  await admin.query(
    `update questions set asked_at = asked_at - interval '4 days', overdue_at = overdue_at - interval '4 days'`,
  )
  await admin.end()
}
