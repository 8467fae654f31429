import { expect, test } from 'vitest'
import { dayOf, momentOf, startOfDay } from './local-time.ts'

test.each([
  ['2026-03-24', '09:30', '2026-03-24T08:30:00Z', 'in winter time'],
  ['2026-03-31', '09:30', '2026-03-31T07:30:00Z', 'in summer time'],
  ['2026-10-20', '09:30', '2026-10-20T07:30:00Z', 'before the clocks go back'],
  ['2026-10-27', '09:30', '2026-10-27T08:30:00Z', 'after the clocks went back'],
  ['2026-03-29', '01:59', '2026-03-29T00:59:00Z', 'just before the missing hour'],
  ['2026-03-29', '02:00', 'in-gap', 'at the beginning of the missing hour'],
  ['2026-03-29', '02:30', 'in-gap', 'in the missing hour'],
  ['2026-03-29', '03:00', '2026-03-29T01:00:00Z', 'just after the missing hour'],
  ['2027-03-28', '02:30', 'in-gap', 'in the missing hour of another year'],
  ['2026-10-25', '02:30', '2026-10-25T00:30:00Z', 'in the hour that comes twice: the first one'],
])('%s %s in Berlin is %s: %s', (date, time, expected) => {
  const moment = momentOf(Temporal.PlainDate.from(date), Temporal.PlainTime.from(time), 'Europe/Berlin')
  expect(moment.toString()).toBe(expected)
})

test('a day begins at midnight of its own zone', () => {
  expect(startOfDay(Temporal.PlainDate.from('2026-07-01'), 'Europe/Berlin').toString()).toBe(
    '2026-06-30T22:00:00Z',
  )
})

test('a late evening in Berlin is still that day', () => {
  expect(dayOf(Temporal.Instant.from('2026-07-01T21:59:00Z'), 'Europe/Berlin').toString()).toBe('2026-07-01')
  expect(dayOf(Temporal.Instant.from('2026-07-01T22:00:00Z'), 'Europe/Berlin').toString()).toBe('2026-07-02')
})
