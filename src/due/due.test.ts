import { load } from 'cheerio'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { ageInMonths, isDue, yearFrom } from './due.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
afterAll(web.close)

const november = { year: 2026, month: 11 }
test.each([
  [11, 2026, 0],
  [10, 2026, 1],
  [12, 2025, 11],
  [2, 2027, -3],
  [9, 2027, undefined],
  [0, 2026, undefined],
  [5, Number.NaN, undefined],
])('born in month %s of %s, a child is %s months old in November 2026', (month, year, age) => {
  expect(ageInMonths(month, year, november)).toBe(age)
})

test.each([
  [1, false],
  [2, true],
  [3, true],
  [4, true],
  [5, false],
])('at %s months, what is to be done from three months until the fifth is due: %s', (age, due) => {
  expect(isDue(age, { from: 3, until: 5 })).toBe(due)
})

test('a year is read in the digits of the keyboard', () => {
  expect(['2026', '٢٠٢٦', '۲۰۲۶'].map(yearFrom)).toEqual([2026, 2026, 2026])
})

test('a city that says nothing shows an empty page, and asks for no month', async () => {
  const $ = await pageIn('de')
  expect($('main').text()).toContain('Hier steht noch nichts.')
  expect($('due-now').length).toBe(0)
})

const pageIn = async (language: string) => load(await (await web.get(`/${language}/due`)).text())

describe('what is due', () => {
  beforeAll(() => aMatter())

  test.each([
    ['de', 'Vorsorge U3', 'bis 2 Monate', 'Quelle'],
    ['ar', 'الفحص U3', 'حتى شهرين', 'المصدر'],
  ])(
    'stands there by age in %s, with its source and when somebody looked',
    async (language, title, age, source) => {
      const $ = await pageIn(language)
      for (const words of [title, age, source]) expect($('due-now').text()).toContain(words)
      expect($('due-now a').attr('href')).toBe('https://www.g-ba.de/richtlinien/15/')
      // Without a script nobody is asked for what could not be used.
      expect($('[data-choose]').attr('hidden')).toBeDefined()
      expect($('[data-from]').attr('data-until')).toBe('2')
      expect($('due-now form, due-now [action]').length).toBe(0)
    },
  )

  test('in a language in which it is not written says so, and which it is', async () => {
    const $ = await pageIn('en')
    expect($('h2[lang="de"]').text()).toBe('Vorsorge U3')
    expect($('main').text()).toContain('German')
  })

  test('is found from every page', async () => {
    const $ = await pageIn('de')
    expect($('footer a[href="/de/due"]').text()).toBe('Was steht an?')
  })
})

const aMatter = () =>
  inTransaction(town.contextOf({ kind: 'system' }), async tx => {
    const cityId = town.city.id
    const { id } = await tx
      .insertInto('dueMatters')
      .values({
        ...{ cityId, slug: 'u3', fromMonths: 0, untilMonths: 2, source: 'G-BA' },
        ...{ sourceUrl: 'https://www.g-ba.de/richtlinien/15/' },
        checkedOn: Temporal.PlainDate.from('2026-11-23'),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('dueMatterTexts')
      .values([
        { cityId, matterId: id, language: 'de', title: 'Vorsorge U3', body: 'Mit dem gelben Heft.' },
        { cityId, matterId: id, language: 'ar', title: 'الفحص U3', body: 'مع الدفتر الأصفر.' },
      ])
      .execute()
  })
