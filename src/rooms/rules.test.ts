import { describe, expect, test } from 'vitest'
import { freeRooms, freeShifts } from './alternatives.ts'
import { canBeHad, isTooFarAhead } from './hours.ts'
import { daysOf, type Rhythm } from './rhythm.ts'
import { occupiedBy, overlaps } from './span.ts'
import { datesOf } from './wanted.ts'

const at = (time: string) => Temporal.Instant.from(`2026-12-01T${time}:00Z`)
const span = (from: string, until: string) => ({ startsAt: at(from), endsAt: at(until) })
const day = (text: string) => Temporal.PlainDate.from(text)
const times = (from: string, until: string) => ({
  starts: Temporal.PlainTime.from(from),
  ends: Temporal.PlainTime.from(until),
})

describe('R02: two bookings meet only where they share a moment', () => {
  test.each([
    ['before', '00:00', '01:00', false],
    ['touching its beginning (R01)', '01:00', '02:00', false],
    ['over its beginning', '01:30', '02:30', true],
    ['inside', '02:30', '03:30', true],
    ['the same', '02:00', '04:00', true],
    ['around', '01:00', '05:00', true],
    ['over its end', '03:30', '04:30', true],
    ['touching its end (R01)', '04:00', '05:00', false],
    ['after', '05:00', '06:00', false],
  ])('%s', (_, from, until, meets) => {
    expect(overlaps(span('02:00', '04:00'), span(from, until))).toBe(meets)
    expect(overlaps(span(from, until), span('02:00', '04:00'))).toBe(meets)
  })

  test('setting up and clearing away count as taken', () => {
    const party = { ...span('10:00', '12:00'), minutesBefore: 30, minutesAfter: 15 }
    expect(occupiedBy(party)).toEqual(span('09:30', '12:15'))
    expect(overlaps(occupiedBy(party), span('12:00', '13:00'))).toBe(true)
  })
})

describe('R10: rules about when a room can be had add up', () => {
  const everyDay = { weekdays: [1, 2, 3, 4, 5, 6, 7], ...hours('11:00', '12:00') }
  const tuesdayWednesday = { weekdays: [2, 3], ...hours('12:00', '14:00') }

  test.each([
    ['Tuesday over both rules', '2024-07-02', '11:00', '14:00', true],
    ['Wednesday over both rules', '2024-07-03', '11:00', '14:00', true],
    ['Monday by the daily rule', '2024-07-01', '11:00', '12:00', true],
    ['Monday by a rule of other days', '2024-07-01', '12:00', '14:00', false],
    ['Tuesday too early', '2024-07-02', '10:30', '12:00', false],
  ])('%s', (_, on, from, until, can) => {
    expect(canBeHad([everyDay, tuesdayWednesday], day(on), times(from, until))).toBe(can)
  })

  test('without a rule it can always be had', () => {
    expect(canBeHad([], day('2024-07-01'), times('03:00', '04:00'))).toBe(true)
  })
})

describe('R11: so many days ahead', () => {
  const today = day('2026-12-01')
  test.each([
    [10, 10, false],
    [15, 10, true],
    [15, null, false],
    [15, 0, false],
    [730, null, false],
    [731, null, true],
    [731, 0, true],
  ])('%i days ahead with a limit of %s', (days, limit, isTooFar) => {
    expect(isTooFarAhead(today.add({ days }), today, limit)).toBe(isTooFar)
  })
})

describe('how often', () => {
  const days = (rhythm: Rhythm, firstOn: string, lastOn: string) =>
    daysOf({ rhythm, firstOn: day(firstOn), lastOn: day(lastOn) }).map(String)

  test('R13: monthly from a fifth Monday is the last Monday of every month', () => {
    expect(days('monthly', '2014-09-29', '2014-12-31')).toEqual([
      '2014-09-29',
      '2014-10-27',
      '2014-11-24',
      '2014-12-29',
    ])
  })

  test('monthly from a second Tuesday is the second Tuesday', () => {
    expect(days('monthly', '2026-12-08', '2027-03-01')).toEqual(['2026-12-08', '2027-01-12', '2027-02-09'])
  })

  test.each([
    ['once', ['2026-12-01']],
    ['daily', ['2026-12-01', '2026-12-02', '2026-12-03']],
    ['weekly', ['2026-12-01']],
  ] as const)('%s', (rhythm, expected) => {
    expect(days(rhythm, '2026-12-01', '2026-12-03')).toEqual(expected)
  })

  test('fortnightly leaves out every second week', () => {
    expect(days('fortnightly', '2026-12-01', '2026-12-31')).toEqual([
      '2026-12-01',
      '2026-12-15',
      '2026-12-29',
    ])
  })
})

test('a time that the clocks leave out is no date to be had; the other days keep the time on the clocks', () => {
  const dates = datesOf(
    {
      ...{ rhythm: 'daily', firstOn: day('2027-03-27'), lastOn: day('2027-03-29'), minutesBefore: 0 },
      ...{ ...times('02:15', '04:00'), minutesAfter: 0 },
    },
    'Europe/Berlin',
  )
  expect(dates.map(({ isInGap }) => isInGap)).toEqual([false, true, false])
  expect(dates.map(({ startsAt }) => startsAt.toString())).toEqual([
    '2027-03-27T01:15:00Z',
    '2027-03-28T01:15:00Z',
    '2027-03-29T00:15:00Z',
  ])
})

describe('what could be had instead', () => {
  const busy = [
    { roomId: 'hall', ...span('09:00', '12:00') },
    { roomId: 'small', ...span('11:00', '12:00') },
  ]
  const wanted = { roomId: 'hall', spans: [span('10:00', '11:00')] }

  test('another room that is free at every one of the times', () => {
    const rooms = [{ id: 'hall' }, { id: 'small' }, { id: 'yard' }]
    expect(freeRooms(rooms, wanted, busy)).toEqual([{ id: 'small' }, { id: 'yard' }])
    const twice = { ...wanted, spans: [...wanted.spans, span('11:30', '12:00')] }
    expect(freeRooms(rooms, twice, busy)).toEqual([{ id: 'yard' }])
  })

  test('the nearest other times, later before earlier', () => {
    expect(freeShifts(wanted, busy)).toEqual([120, -120, 150])
  })
})

function hours(from: string, until: string) {
  return { opens: Temporal.PlainTime.from(from), closes: Temporal.PlainTime.from(until) }
}
