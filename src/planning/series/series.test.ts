import { describe, expect, test } from 'vitest'
import { momentOf } from '../../platform/local-time.ts'
import { publicHolidaysOf } from './holidays.ts'
import { type Calendar, datesOf, type SeriesRule } from './series.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const time = (text: string) => Temporal.PlainTime.from(text)

describe('the days of a series', () => {
  test.each<[string, Partial<SeriesRule>, string[]]>([
    [
      'every Tuesday, first and last day included',
      { firstOn: day('2026-09-01'), lastOn: day('2026-09-29') },
      ['2026-09-01', '2026-09-08', '2026-09-15', '2026-09-22', '2026-09-29'],
    ],
    [
      'every Tuesday, when the season begins on a Thursday',
      { firstOn: day('2026-09-03'), lastOn: day('2026-09-21') },
      ['2026-09-08', '2026-09-15'],
    ],
    [
      'every second week, the A weeks',
      { rule: 'fortnightly', firstOn: day('2026-09-01'), lastOn: day('2026-10-05') },
      ['2026-09-01', '2026-09-15', '2026-09-29'],
    ],
    [
      'every second week, the B weeks',
      { rule: 'fortnightly', firstOn: day('2026-09-08'), lastOn: day('2026-10-05') },
      ['2026-09-08', '2026-09-22'],
    ],
    [
      'every second week across the turn of the year',
      { rule: 'fortnightly', firstOn: day('2026-12-22'), lastOn: day('2027-01-31') },
      ['2026-12-22', '2027-01-05', '2027-01-19'],
    ],
    [
      '[S08] the third Wednesday of the month, for a year',
      { rule: 'monthly', weekday: 3, nth: 3, firstOn: day('2026-01-01'), lastOn: day('2026-12-31') },
      [
        ...['2026-01-21', '2026-02-18', '2026-03-18', '2026-04-15', '2026-05-20', '2026-06-17'],
        ...['2026-07-15', '2026-08-19', '2026-09-16', '2026-10-21', '2026-11-18', '2026-12-16'],
      ],
    ],
    [
      'the last Monday of the month, the fourth or the fifth',
      { rule: 'monthly', weekday: 1, nth: -1, firstOn: day('2026-09-01'), lastOn: day('2026-12-31') },
      ['2026-09-28', '2026-10-26', '2026-11-30', '2026-12-28'],
    ],
    [
      'the first Monday, when this month’s has already passed',
      { rule: 'monthly', weekday: 1, nth: 1, firstOn: day('2026-09-08'), lastOn: day('2026-11-30') },
      ['2026-10-05', '2026-11-02'],
    ],
    [
      'listed days, in order',
      { rule: 'dates', weekday: null, dates: [day('2027-02-13'), day('2026-10-10')] },
      ['2026-10-10', '2027-02-13'],
    ],
    [
      'listed days beyond the horizon are still held',
      { rule: 'dates', weekday: null, dates: [day('2029-02-13')] },
      ['2029-02-13'],
    ],
    [
      'no end: until the horizon',
      { firstOn: day('2026-12-01') },
      ['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22', '2026-12-29'],
    ],
    [
      'ten meetings with a gap week end a week later',
      { firstOn: day('2026-09-01'), units: 10, exceptOn: [day('2026-10-06')] },
      [
        ...['2026-09-01', '2026-09-08', '2026-09-15', '2026-09-22', '2026-09-29'],
        ...['2026-10-13', '2026-10-20', '2026-10-27', '2026-11-03', '2026-11-10'],
      ],
    ],
    [
      'units beyond the horizon are all held',
      { firstOn: day('2026-12-22'), units: 3, skipsPublicHolidays: false },
      ['2026-12-22', '2026-12-29', '2027-01-05'],
    ],
    ['no Tuesday between first and last day', { firstOn: day('2026-09-02'), lastOn: day('2026-09-07') }, []],
  ])('%s', async (_, rule, expected) => {
    expect(datesOf(aSeries(rule), await hessen(), day('2027-01-01')).held.map(String)).toEqual(expected)
  })
})

describe('days left out', () => {
  test('[S10] school holidays and public holidays, with the reason for each', async () => {
    const series = aSeries({
      ...{ weekday: 5, firstOn: day('2026-12-11'), lastOn: day('2027-01-22') },
      skipsSchoolHolidays: true,
    })
    const { held, skipped } = datesOf(series, await hessen(), day('2027-06-01'))
    expect(held.map(String)).toEqual(['2026-12-11', '2026-12-18', '2027-01-15', '2027-01-22'])
    expect(skipped.map(({ date, reason, name }) => [date.toString(), reason, name])).toEqual([
      ['2026-12-25', 'public-holiday', '1. Weihnachtstag'],
      ['2027-01-01', 'public-holiday', 'Neujahr'],
      ['2027-01-08', 'school-holiday', 'christmas'],
    ])
  })

  test('the first and the last day of the school holidays count as holidays', async () => {
    const series = aSeries({
      ...{ rule: 'dates', weekday: null, skipsSchoolHolidays: true, skipsPublicHolidays: false },
      dates: ['2026-12-22', '2026-12-23', '2027-01-12', '2027-01-13'].map(day),
    })
    expect(datesOf(series, await hessen(), day('2027-06-01')).held.map(String)).toEqual([
      '2026-12-22',
      '2027-01-13',
    ])
  })

  test('[S10] free days that schools choose themselves, each a day of its own', () => {
    const movable = ['2027-02-08', '2027-02-09', '2027-05-07'].map(on => ({
      ...{ firstOn: day(on), lastOn: day(on), kind: 'movable' },
    }))
    const series = aSeries({
      ...{ rule: 'dates', weekday: null, skipsSchoolHolidays: true },
      dates: ['2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-05-07'].map(day),
    })
    const calendar: Calendar = { schoolHolidays: movable, publicHoliday: () => undefined }
    const { held, skipped } = datesOf(series, calendar, day('2027-06-01'))
    expect(held.map(String)).toEqual(['2027-02-05', '2027-02-10'])
    expect(skipped.map(({ date, name }) => [date.toString(), name])).toEqual([
      ['2027-02-08', 'movable'],
      ['2027-02-09', 'movable'],
      ['2027-05-07', 'movable'],
    ])
    const heldAnyway = datesOf({ ...series, skipsSchoolHolidays: false }, calendar, day('2027-06-01'))
    expect(heldAnyway.skipped).toEqual([])
  })

  test('a holiday counts only for a series that leaves it out', async () => {
    const series = aSeries({
      weekday: 5,
      firstOn: day('2026-12-25'),
      lastOn: day('2026-12-25'),
      skipsPublicHolidays: false,
    })
    expect(datesOf(series, await hessen(), day('2027-06-01')).held.map(String)).toEqual(['2026-12-25'])
  })

  test('an exception is named as such', async () => {
    const series = aSeries({
      firstOn: day('2026-09-01'),
      lastOn: day('2026-09-08'),
      exceptOn: [day('2026-09-08')],
    })
    expect(datesOf(series, await hessen(), day('2027-01-01')).skipped).toEqual([
      { date: day('2026-09-08'), reason: 'exception' },
    ])
  })

  test('a course that never finds a day gives up', () => {
    const always: Calendar = { schoolHolidays: [], publicHoliday: () => 'always' }
    expect(datesOf(aSeries({ units: 3 }), always, day('2027-01-01')).held).toEqual([])
  })
})

test('[S05] a weekly time of day stays the same when the clocks change', async () => {
  const series = aSeries({ firstOn: day('2026-10-20'), lastOn: day('2026-10-27') })
  const moments = datesOf(series, await hessen(), day('2027-01-01')).held.map(date =>
    momentOf(date, series.starts, 'Europe/Berlin').toString(),
  )
  expect(moments).toEqual(['2026-10-20T07:30:00Z', '2026-10-27T08:30:00Z'])
})

/** Tuesdays from half past nine on. */
const aSeries = (rule: Partial<SeriesRule>): SeriesRule => ({
  ...{ rule: 'weekly', weekday: 2, nth: null, starts: time('09:30'), ends: time('11:00') },
  ...{ firstOn: day('2026-09-01'), lastOn: null, units: null },
  ...{ skipsSchoolHolidays: false, skipsPublicHolidays: true, exceptOn: [], dates: [] },
  ...rule,
})

const hessen = async (): Promise<Calendar> => ({
  schoolHolidays: [{ firstOn: day('2026-12-23'), lastOn: day('2027-01-12'), kind: 'christmas' }],
  publicHoliday: await publicHolidaysOf('DE', 'HE'),
})
