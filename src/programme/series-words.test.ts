import { expect, test } from 'vitest'
import { wordingFor } from '../platform/wording/wording.ts'
import type { SeriesFacts } from './entry.ts'
import { seriesInWords } from './pages/series-words.ts'

const weekly: SeriesFacts = {
  ...{ rule: 'weekly', weekday: 3, nth: null, units: null, skipsSchoolHolidays: false, dates: [] },
  ...{ starts: Temporal.PlainTime.from('09:30'), ends: Temporal.PlainTime.from('11:00') },
}
const ofMonth = { ...weekly, rule: 'monthly', weekday: 1 } as const
const day = Temporal.PlainDate.from('2026-12-06')

test.each([
  ['jeden Mittwoch, 9:30–11:00', weekly],
  ['jeden Mittwoch, ab 9:30', { ...weekly, ends: null }],
  ['jeden zweiten Mittwoch, 9:30–11:00', { ...weekly, rule: 'fortnightly' as const }],
  ['am letzten Montag im Monat, 9:30–11:00', { ...ofMonth, nth: -1 }],
  ['am ersten Montag im Monat, 9:30–11:00', { ...ofMonth, nth: 1 }],
  ['jeden Mittwoch, 9:30–11:00, 8 Treffen', { ...weekly, units: 8 }],
  ['jeden Mittwoch, 9:30–11:00, nicht in den Schulferien', { ...weekly, skipsSchoolHolidays: true }],
  ['an einem Tag, 9:30–11:00', { ...weekly, rule: 'dates' as const, weekday: null, dates: [day] }],
])('a series is said as "%s"', (sentence, series) => {
  expect(seriesInWords(series, wordingFor('de', 'Europe/Berlin'))).toBe(sentence)
})
