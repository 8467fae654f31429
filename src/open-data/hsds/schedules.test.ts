import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { type DatedSlot, type Run, runsOf } from './schedules.ts'

const slot = (day: string, { starts = '09:30', offset = 60 } = {}): DatedSlot => ({
  ...{ heldOn: Temporal.PlainDate.from(day), starts: Temporal.PlainTime.from(starts) },
  ...{ ends: Temporal.PlainTime.from('11:00'), offset, place: '' },
})
const said = (runs: readonly Run[]) =>
  runs.map(({ first, last, count, rule }) => `${first} ${last} ${count} ${ruleOf(rule, first)}`)

test.each([
  [['2026-11-30', '2026-12-07', '2026-12-14'], ['2026-11-30 2026-12-14 3 FREQ=WEEKLY;INTERVAL=1;BYDAY=MO']],
  [['2026-11-30', '2026-12-14', '2026-12-28'], ['2026-11-30 2026-12-28 3 FREQ=WEEKLY;INTERVAL=2;BYDAY=MO']],
  [['2026-11-02', '2026-12-07', '2027-01-04'], ['2026-11-02 2027-01-04 3 FREQ=MONTHLY;BYDAY=1MO']],
  [['2026-11-30', '2026-12-28', '2027-01-25'], ['2026-11-30 2027-01-25 3 FREQ=MONTHLY;BYDAY=-1MO']],
  [['2026-11-30'], ['2026-11-30 2026-11-30 1 ']],
])('dates become the rule that says them: %j', (days, runs) => {
  expect(said(runsOf(days.map(day => slot(day))))).toEqual(runs)
})

test('a date that is missing ends one schedule and begins another', () => {
  const days = ['2026-11-30', '2026-12-07', '2026-12-14', '2027-01-11', '2027-01-18']
  expect(runsOf(days.map(day => slot(day))).map(({ count }) => count)).toEqual([3, 2])
})

test('so does the change of the clocks', () => {
  const runs = runsOf([
    ...['2027-03-15', '2027-03-22'].map(day => slot(day)),
    ...['2027-03-29', '2027-04-05'].map(day => slot(day, { offset: 120 })),
  ])
  expect(runs.map(({ offset, last }) => `${offset} ${last}`)).toEqual(['60 2027-03-22', '120 2027-04-05'])
})

test('whatever the dates are, the schedules say exactly these, as another program reads them', () => {
  const dates = fc.uniqueArray(fc.integer({ min: 0, max: 250 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(dates, days => {
      const given = days.map(day => Temporal.PlainDate.from('2026-01-01').add({ days: day }).toString())
      expect(
        runsOf(given.map(day => slot(day)))
          .flatMap(expanded)
          .sort(),
      ).toEqual(given.sort())
    }),
  )
})

const ruleOf = (rule: Run['rule'], first: Temporal.PlainDate) => {
  const day = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][first.dayOfWeek - 1]
  if (!rule) return ''
  return rule.freq === 'WEEKLY'
    ? `FREQ=WEEKLY;INTERVAL=${rule.interval};BYDAY=${day}`
    : `FREQ=MONTHLY;BYDAY=${rule.nth}${day}`
}

const expanded = ({ rule, first, count }: Run): string[] => {
  if (!rule) return [first.toString()]
  const recur = ICAL.Recur.fromString(`${ruleOf(rule, first)};COUNT=${count}`)
  const dates = recur.iterator(ICAL.Time.fromDateString(first.toString()))
  return Array.from({ length: count }, () => dates.next()?.toString() ?? '')
}
