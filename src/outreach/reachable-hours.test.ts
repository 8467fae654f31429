import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextWithin, type ReachableHours } from './reachable-hours.ts'

const mornings = { from: '09:00', until: '12:00' }
const nights = { from: '20:00', until: '08:00' }
const weekdays = { ...mornings, days: [1, 2, 3, 4, 5] }

test.each<[string, ReachableHours, string, string]>([
  ['in the middle of them it goes at once', mornings, '2026-11-23T10:15+01:00', '2026-11-23T10:15+01:00'],
  ['on their first minute it goes at once', mornings, '2026-11-23T09:00+01:00', '2026-11-23T09:00+01:00'],
  ['at their end it is too late for today', mornings, '2026-11-23T12:00+01:00', '2026-11-24T09:00+01:00'],
  ['before them it waits for them', mornings, '2026-11-23T07:30+01:00', '2026-11-23T09:00+01:00'],
  ['a Friday afternoon waits for Monday', weekdays, '2026-11-27T15:00+01:00', '2026-11-30T09:00+01:00'],
  [
    'one day of the week is waited for a week',
    { ...mornings, days: [1] },
    '2026-11-23T12:30+01:00',
    '2026-11-30T09:00+01:00',
  ],
  ['over midnight, the evening before counts', nights, '2026-11-24T01:00+01:00', '2026-11-24T01:00+01:00'],
  ['over midnight, by day it waits', nights, '2026-11-24T08:00+01:00', '2026-11-24T20:00+01:00'],
  [
    'over midnight, the day is that of the evening',
    { ...nights, days: [1] },
    '2026-11-25T01:00+01:00',
    '2026-11-30T20:00+01:00',
  ],
  [
    'from a time to the same one is the whole day',
    { from: '00:00', until: '00:00' },
    '2026-11-24T03:00+01:00',
    '2026-11-24T03:00+01:00',
  ],
  ['over the night to summer time', mornings, '2027-03-27T13:00+01:00', '2027-03-28T09:00+02:00'],
  ['over the night to winter time', mornings, '2026-10-24T13:00+02:00', '2026-10-25T09:00+01:00'],
  [
    'an hour that is missing in spring begins when it is over',
    { from: '02:30', until: '04:00' },
    '2027-03-28T00:00+01:00',
    '2027-03-28T03:30+02:00',
  ],
  [
    'an hour that comes twice in autumn begins with the second',
    { from: '02:30', until: '04:00' },
    '2026-10-25T00:00+02:00',
    '2026-10-25T02:30+01:00',
  ],
])('%s', (_, hours, now, expected) => {
  const next = nextWithin(hours, Temporal.Instant.from(now), 'Europe/Berlin')
  expect(next?.toString()).toBe(Temporal.Instant.from(expected).toString())
})

test('hours without a day never come', () => {
  const never = { ...mornings, days: [] }
  expect(nextWithin(never, Temporal.Instant.from('2026-11-23T10:00Z'), 'Europe/Berlin')).toBeUndefined()
})

test('whatever the moment, the clock of the city then shows a time within the hours', () => {
  const minutes = fc
    .integer({ min: 0, max: 24 * 60 - 1 })
    .map(count => new Temporal.PlainTime().add({ minutes: count }))
  const moments = fc
    .integer({ min: 0, max: 400 * 24 * 60 })
    .map(count => Temporal.Instant.from('2026-09-01T00:00Z').add({ minutes: count }))
  fc.assert(
    fc.property(minutes, minutes, moments, (from, until, now) => {
      fc.pre(Temporal.PlainTime.compare(from, until) < 0)
      const hours = { from: from.toString(), until: until.toString() }
      const next = nextWithin(hours, now, 'Europe/Berlin')
      if (!next) throw new Error('Every day has these hours')
      const shown = next.toZonedDateTimeISO('Europe/Berlin').toPlainTime()
      expect(Temporal.Instant.compare(next, now)).toBeGreaterThanOrEqual(0)
      expect(Temporal.PlainTime.compare(shown, until)).toBeLessThan(0)
      expect(Temporal.PlainTime.compare(shown, from)).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 500 },
  )
})
