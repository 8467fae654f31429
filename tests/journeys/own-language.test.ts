import { expect, test } from 'vitest'
import { languages } from '../../src/platform/wording/wording.ts'
import { phone } from '../support/browser.ts'
import { journey } from '../support/journey.ts'
import { fillsIn, headingOf, mainOf } from '../support/steps.ts'

const { url, open } = await journey()

const readers = [
  {
    ...{ reads: 'Arabic', language: 'ar', direction: 'rtl', called: 'أمينة', looksFor: 'حضانة' },
    ...{ explained: 'كيف تعمل هذه الصفحة', search: 'بحث', offer: 'مكان في الحضانة: نبحث معك' },
    ...{ register: 'سجّلوا الآن', send: 'تسجيل', isIn: 'مكانكم محجوز' },
  },
  {
    ...{
      reads: 'Leichte Sprache',
      language: 'de-simple',
      direction: 'ltr',
      called: 'Tom',
      looksFor: 'Kita-Platz',
    },
    ...{ explained: 'So geht diese Seite', search: 'Suchen', offer: 'Kita-Platz: Wir suchen mit dir' },
    ...{ register: 'Anmelden', send: 'Anmelden', isIn: 'Sie sind dabei' },
  },
]

test.each(readers)(
  'a father who reads $reads reads how the site works, finds an offer and registers',
  async reader => {
    const page = await open({ viewport: phone, javaScriptEnabled: false })
    await page.goto(`${url}/de`)
    await page.locator('.languages summary').click()
    await page.locator(`.languages a[href="/${reader.language}"]`).click()
    expect(await page.locator('html').getAttribute('dir')).toBe(reader.direction)

    await page.getByRole('main').getByRole('link', { name: reader.explained }).click()
    expect(await headingOf(page)).toBe(reader.explained)
    await page.goBack()
    await page.getByRole('searchbox').fill(reader.looksFor)
    await page.getByRole('button', { name: reader.search, exact: true }).click()
    await page.getByRole('link', { name: reader.offer }).first().click()
    await page.getByRole('main').getByRole('link', { name: reader.register, exact: true }).click()

    await fillsIn(page, { called: reader.called, child: 'Yusuf', phone: '0611 900090' })
    await page.getByRole('main').getByRole('button', { name: reader.send, exact: true }).click()
    expect(await headingOf(page)).toBe(reader.isIn)
    expect(await page.locator('.big-code').count()).toBe(1)
    expect(await mainOf(page)).toContain(reader.called)
    expect(new URL(page.url()).pathname).toMatch(new RegExp(`^/${reader.language}/my/`))
    const { scrollWidth, clientWidth } = await page
      .locator('html')
      .evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }))
    expect(scrollWidth).toBe(clientWidth)
  },
)

test.each(languages)(
  'on a small phone no word on a tile of the start page is parted in %s',
  async language => {
    const page = await open({ viewport: phone })
    await page.goto(`${url}/${language}`)
    const words = await page.locator('.tile span').evaluateAll(tiles =>
      tiles.flatMap(({ firstChild }) =>
        [...(firstChild?.textContent ?? '').matchAll(/[\p{L}\p{M}]+/gu)].map(({ 0: word, index }) => {
          const range = document.createRange()
          range.setStart(firstChild as Node, index)
          range.setEnd(firstChild as Node, index + word.length)
          const lines = [...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => top)
          return { word, isParted: new Set(lines).size > 1 }
        }),
      ),
    )
    expect(words.length).toBeGreaterThan(6)
    expect(words.filter(({ isParted }) => isParted)).toEqual([])
    await page.context().close()
  },
)
