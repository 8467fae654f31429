import { expect, test } from 'vitest'
import { deleteAnsweredOn, deleteUnansweredOn, overdueFrom } from './question.ts'

const holidays = ['2026-12-25', '2026-12-26', '2027-01-01']

test.each([
  ['on a Monday', '2026-11-23T10:00', '2026-11-25T10:00'],
  ['on a Thursday: the weekend does not count', '2026-11-26T16:30', '2026-11-30T16:30'],
  ['on a Saturday', '2026-11-28T20:00', '2026-12-01T20:00'],
  ['before Christmas: holidays do not count', '2026-12-23T09:00', '2026-12-28T09:00'],
  ['over the clock change, by the clock of the city', '2026-10-23T10:00', '2026-10-27T10:00'],
])('asked %s, a question waits too long two working days later', (_, asked, overdue) => {
  const inBerlin = (moment: string) => Temporal.PlainDateTime.from(moment).toZonedDateTime('Europe/Berlin')
  const from = overdueFrom(inBerlin(asked), day => holidays.includes(day.toString()))
  expect(from.toString()).toBe(inBerlin(overdue).toString())
})

test('an answered question is forgotten after two weeks, another one after ninety days', () => {
  const day = Temporal.PlainDate.from('2026-11-23')
  expect(deleteAnsweredOn(day).toString()).toBe('2026-12-07')
  expect(deleteUnansweredOn(day).toString()).toBe('2027-02-21')
})
