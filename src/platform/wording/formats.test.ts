import { describe, expect, test } from 'vitest'
import { formatsFor } from './formats.ts'
import { wordingFor } from './wording.ts'

const zone = 'Europe/Berlin'
const [german, english, arabic] = (['de', 'en', 'ar'] as const).map(language => wordingFor(language, zone))
const day = Temporal.PlainDate.from('2026-11-23')
const half = Temporal.PlainTime.from('09:30')
const eleven = Temporal.PlainTime.from('11:00')
const morning = Temporal.Instant.from('2026-11-23T08:30:00Z')

test('an hour is written alike wherever it stands, without a nought before it', () => {
  expect(german?.moment(morning)).toBe('Montag, 23. November um 9:30')
  expect(english?.moment(morning)).toMatch(/ 9:30$/)
  expect(arabic?.moment(morning)).toMatch(/ 9:30$/)
})

test('English names the day before the month, as the city around its readers does', () => {
  expect(english?.day(day)).toMatch(/^Monday,? 23 November$/)
  expect(english?.shortDay(day)).toMatch(/^Mon,? 23 Nov$/)
})

test('Arabic says from when until when, because figures alone would run backwards', () => {
  expect(arabic?.hours(half, eleven)).toBe('من 9:30 إلى 11:00')
  expect(german?.hours(half, eleven)).toBe('9:30–11:00')
})

test('parts of a sentence are joined with the comma of the language, and what is missing is left out', () => {
  expect(arabic?.joined(['اليوم', null, '9:30'])).toBe('اليوم، 9:30')
  expect(german?.joined(['heute', false, '9:30'])).toBe('heute, 9:30')
})

test('midnight is that of the city', () => {
  expect(german?.isMidnight(Temporal.Instant.from('2026-12-30T23:00:00Z'))).toBe(true)
  expect(german?.isMidnight(Temporal.Instant.from('2026-12-31T00:00:00Z'))).toBe(false)
})

test('thousands are grouped, and small numbers are as every language writes them', () => {
  expect([0, 7, 999, 1_000, 0.5, -3].map(value => german?.number(value))).toEqual([
    '0',
    '7',
    '999',
    '1.000',
    '0,5',
    '-3',
  ])
  expect(arabic?.number(7)).toBe('7')
})

describe('in every language of the families', () => {
  const sentences: [string, string, string, string][] = [
    ['de-simple', 'Montag, 23. November', 'Montag, 23. November', '1.234,50 €'],
    ['tr', '23 Kasım Pazartesi', '23 Kas Pzt', '€1.234,50'],
    ['uk', 'понеділок, 23 листопада', 'пн, 23 лист.', '1 234,50 EUR'],
    ['ru', 'понедельник, 23 ноября', 'пн, 23 нояб.', '1 234,50 €'],
    ['pl', 'poniedziałek, 23 listopada', 'pon., 23 lis', '1234,50 €'],
    ['ro', 'luni, 23 noiembrie', 'lun., 23 nov.', '1.234,50 EUR'],
    ['bg', 'понеделник, 23 ноември', 'пн, 23.11', '1234,50 €'],
    ['fa', 'دوشنبه 23 نوامبر', 'دوشنبه 23 نوامبر', '‎€ 1,234.50'],
    ['ti', 'ሰኑይ፣ 23 ሕዳር', 'ሰኑ፣ 23 ሕዳ', '€1,234.50'],
    ['fr', 'lundi 23 novembre', 'lun. 23 nov.', '1 234,50 €'],
  ]

  test.each(sentences)(
    '%s names its days and months, by the Gregorian calendar and with 0 to 9',
    (...expected) => {
      const [language, long, short, price] = expected
      const formats = formatsFor(language, zone)
      const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
      expect([formats.day(day), formats.shortDay(day), formats.euros(123_450)].map(plain)).toEqual([
        long,
        short,
        price,
      ])
      expect(formats.moment(morning)).toMatch(/[ \u00a0]9:30$/)
      expect(formats.fullDay(day)).toContain('2026')
    },
  )

  test.each([
    ['fa', 'امروز، 9:30'],
    ['ti', 'ሎሚ፣ 9:30'],
  ])('%s joins with its own comma', (language, joined) => {
    expect(formatsFor(language, zone).joined(joined.split(/[،፣] /))).toBe(joined)
  })
})
