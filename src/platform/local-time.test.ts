import { expect, test } from 'vitest'
import { dayOf, momentOf, startOfDay } from './local-time.ts'

test.each([
  ['2026 weekly 09:30 before spring', '2026-03-24T09:30', '2026-03-24T08:30:00Z'],
  ['2026 weekly 09:30 after spring', '2026-03-31T09:30', '2026-03-31T07:30:00Z'],
  ['2026 weekly 09:30 before autumn', '2026-10-20T09:30', '2026-10-20T07:30:00Z'],
  ['2026 weekly 09:30 after autumn', '2026-10-27T09:30', '2026-10-27T08:30:00Z'],
  ['2026 before gap', '2026-03-29T01:59', '2026-03-29T00:59:00Z'],
  ['2026 gap start, the first minute that is missing', '2026-03-29T02:00', 'in-gap'],
  // Nobody is told to come an hour later than was planned: there is no such time, and planning says so.
  ['2026 gap start', '2026-03-29T02:30', 'in-gap'],
  ['2026 after gap', '2026-03-29T03:00', '2026-03-29T01:00:00Z'],
  ['2027 before gap', '2027-03-28T01:59', '2027-03-28T00:59:00Z'],
  ['2027 gap start', '2027-03-28T02:30', 'in-gap'],
  ['2027 after gap', '2027-03-28T03:00', '2027-03-28T01:00:00Z'],
  ['2026 overlap first', '2026-10-25T02:30', '2026-10-25T00:30:00Z'],
])('[%s] %s in Berlin is %s', (_, local, expected) => {
  const { date, time } = partsOf(local)
  expect(momentOf(date, time, 'Europe/Berlin').toString()).toBe(expected)
})

test('[2026 overlap second] of the hour that comes twice it is always the first that is meant, shown alike', () => {
  const { date, time } = partsOf('2026-10-25T02:30')
  const second = Temporal.Instant.from('2026-10-25T01:30:00Z')
  expect(Temporal.Instant.compare(momentOf(date, time, 'Europe/Berlin') as Temporal.Instant, second)).toBe(-1)
  expect(second.toZonedDateTimeISO('Europe/Berlin').toPlainDateTime().toString()).toBe('2026-10-25T02:30:00')
})

const partsOf = (local: string) => {
  const both = Temporal.PlainDateTime.from(local)
  return { date: both.toPlainDate(), time: both.toPlainTime() }
}

test('a day begins at midnight of its own zone', () => {
  expect(startOfDay(Temporal.PlainDate.from('2026-07-01'), 'Europe/Berlin').toString()).toBe(
    '2026-06-30T22:00:00Z',
  )
})

test('a late evening in Berlin is still that day', () => {
  expect(dayOf(Temporal.Instant.from('2026-07-01T21:59:00Z'), 'Europe/Berlin').toString()).toBe('2026-07-01')
  expect(dayOf(Temporal.Instant.from('2026-07-01T22:00:00Z'), 'Europe/Berlin').toString()).toBe('2026-07-02')
})
