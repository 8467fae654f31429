import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { phone } from '../support/browser.ts'
import { journey } from '../support/journey.ts'
import { type Family, fillsIn, headingOf, mainOf, wordsOf } from '../support/steps.ts'

const { url, open } = await journey()
const herPhone = { viewport: phone, locale: 'ar', javaScriptEnabled: false }

test('a mother who reads Arabic finds help on her phone, without script, takes the last place and gives it on', async () => {
  const page = await open(herPhone)
  await findsHelpWithDaycare(page)
  const wanted = page.url()
  for (const called of ['Nour', 'Elif', 'Sara']) await registers(page, wanted, { called, child: 'Kind' })

  await page.goto(wanted)
  expect(await mainOf(page)).toContain('بقي مكان واحد')
  await registers(page, wanted, amina)
  expect(await headingOf(page)).toBe('مكانكم محجوز')
  const code = await wordsOf(page.locator('.big-code'))
  expect(code).toMatch(/^\w{3}-\w{3}-\w{3}$/)

  const other = await open(herPhone)
  await registers(other, wanted, leila)
  expect(await headingOf(other)).toBe('أنتم على قائمة الانتظار')

  await cancelsWithHerCode(page, code)
  await acceptsOutOfHerMailbox(other)
})

test('the language changes on the page she is on, filters and all', async () => {
  const page = await open(herPhone)
  await page.goto(`${url}/ar/offers?topic=daycare&free=yes`)
  await page.locator('.languages summary').click()
  await page.getByRole('link', { name: 'Deutsch', exact: true }).click()
  expect(page.url()).toBe(`${url}/de/offers?topic=daycare&free=yes`)
  expect(await page.locator('html').getAttribute('dir')).toBe('ltr')
  expect(await headingOf(page)).toBe('Angebote')
})

test('her phone keeps no cookie, and runs only what lets her leave quickly and read without a network', async () => {
  const page = await open({ viewport: phone, locale: 'ar' })
  await page.goto(`${url}/ar/offers`)
  const scripts = await page.evaluate(() =>
    [...document.scripts].map(({ src }) => src.replace(/.*\/|-[\w-]{8}\.js$/g, '')),
  )
  expect(scripts).toEqual(['leave-quickly', 'works-offline'])
  expect(await page.context().cookies()).toEqual([])
})

const amina: Family = { called: 'أمينة', child: 'يوسف', email: 'amina@example.org' }
const leila: Family = { called: 'ليلى', child: 'مريم', email: 'leila@example.org' }

/** From the bare address over the filters to one date of "a place in daycare: we search with you". */
async function findsHelpWithDaycare(page: Page) {
  await page.goto(url)
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  await page.getByRole('navigation').getByRole('link', { name: 'العروض' }).click()

  await page.getByText('تصفية', { exact: true }).click()
  await page.getByLabel('عمر الطفل').selectOption({ label: 'سنتان' })
  await page.getByLabel('الموضوع').selectOption({ label: 'الحضانة' })
  await page.getByRole('main').getByLabel('اللغة', { exact: true }).selectOption({ label: 'العربية' })
  await page.getByRole('button', { name: 'عرض النتائج' }).click()
  expect(new URL(page.url()).searchParams.get('topic')).toBe('daycare')

  await page.getByRole('link', { name: 'مكان في الحضانة: نبحث معك' }).first().click()
  expect(await headingOf(page)).toBe('مكان في الحضانة: نبحث معك')
}

async function registers(page: Page, wanted: string, family: Family) {
  await page.goto(wanted)
  await page.getByRole('link', { name: /^(سجّلوا الآن|الانضمام إلى قائمة الانتظار)$/ }).click()
  await fillsIn(page, family)
  await page.getByRole('main').getByRole('button', { name: 'تسجيل', exact: true }).click()
}

async function cancelsWithHerCode(page: Page, code: string) {
  await page.goto(`${url}/ar/my`)
  await page.getByLabel('الرمز').fill(code.toLowerCase())
  await page.getByRole('button', { name: 'عرض', exact: true }).click()
  await page.getByRole('link', { name: 'إلغاء التسجيل' }).click()
  await page.getByRole('button', { name: 'نعم، إلغاء' }).click()
  expect(await mainOf(page)).toContain('شكرًا لإلغائكم')
}

async function acceptsOutOfHerMailbox(page: Page) {
  await page.goto(`${url}/ar/demo/mailbox`)
  await page
    .getByRole('link', { name: /توفر مكان/ })
    .first()
    .click()
  expect(await mainOf(page)).toContain('leila@example.org')
  await page
    .getByRole('main')
    .getByRole('link', { name: /\/ar\/my\// })
    .click()
  await page.getByRole('button', { name: 'نعم، سنأتي' }).click()
  expect(await mainOf(page)).toContain('جميل، المكان لكم.')
}
