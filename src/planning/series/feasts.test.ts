import { expect, test } from 'vitest'
import { type Feast, feasts, feastsOn } from './feasts.ts'

/** Days as the communities' own calendars print them. */
test.each<[Feast, string, string]>([
  ['ramadan', 'begins', '2027-02-08'],
  ['eid-al-fitr', 'first day', '2026-03-20'],
  ['eid-al-fitr', 'first day', '2027-03-09'],
  ['eid-al-fitr', 'third day', '2027-03-11'],
  ['eid-al-adha', 'first day', '2026-05-27'],
  ['eid-al-adha', 'first day', '2027-05-16'],
  ['eid-al-adha', 'fourth day', '2027-05-19'],
  ['ashura', '', '2026-06-25'],
  ['newroz', '', '2027-03-21'],
  ['newroz', 'Persian, a day earlier after a leap day', '2028-03-20'],
  ['newroz', 'Kurdish, always', '2028-03-21'],
  ['orthodox-easter', 'Good Friday', '2027-04-30'],
  ['orthodox-easter', 'Sunday', '2024-05-05'],
  ['orthodox-easter', 'Sunday', '2025-04-20'],
  ['orthodox-easter', 'Sunday', '2026-04-12'],
  ['orthodox-easter', 'Sunday', '2027-05-02'],
  ['orthodox-easter', 'Monday', '2028-04-17'],
  ['orthodox-christmas', '', '2027-01-07'],
  ['rosh-hashanah', 'first day', '2026-09-12'],
  ['rosh-hashanah', 'second day', '2027-10-03'],
  ['yom-kippur', '', '2026-09-21'],
  ['passover', 'first day', '2026-04-02'],
  ['passover', 'first day', '2027-04-22'],
  ['lunar-new-year', '', '2026-02-17'],
  ['lunar-new-year', '', '2027-02-06'],
  ['lunar-new-year', '', '2028-01-26'],
  ['ethiopian-new-year', '', '2026-09-11'],
  ['ethiopian-new-year', 'before a leap year', '2027-09-12'],
])('%s %s is on %s', (feast, _, day) => {
  expect(feastsOn(Temporal.PlainDate.from(day)).map(({ feast }) => feast)).toContain(feast)
})

test.each(['2026-11-23', '2027-03-08', '2027-03-12', '2027-05-04', '2027-04-29', '2026-12-25'])(
  '%s is an ordinary day',
  day => {
    expect(feastsOn(Temporal.PlainDate.from(day))).toEqual([])
  },
)

test('where the moon decides, the day is about right; two calendars that agree say it once', () => {
  expect(feastsOn(Temporal.PlainDate.from('2027-03-09'))).toEqual([{ feast: 'eid-al-fitr', isAbout: true }])
  expect(feastsOn(Temporal.PlainDate.from('2027-03-21'))).toEqual([{ feast: 'newroz', isAbout: false }])
})

test('every feast is on some day of a year', () => {
  const first = Temporal.PlainDate.from('2027-01-01')
  const year = Array.from({ length: 365 }, (_, index) => feastsOn(first.add({ days: index })))
  expect(new Set(year.flat().map(({ feast }) => feast))).toEqual(new Set(feasts))
})
