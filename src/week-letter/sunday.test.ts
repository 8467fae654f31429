import { expect, test } from 'vitest'
import { sundayToSend, weekAfter } from './sunday.ts'

test.each([
  ['2026-11-22T17:59', undefined],
  ['2026-11-22T18:00', '2026-11-22'],
  ['2026-11-22T23:59', '2026-11-22'],
  ['2026-11-23T00:00', '2026-11-22'],
  ['2026-11-23T11:59', '2026-11-22'],
  ['2026-11-23T12:00', undefined],
  ['2026-11-25T20:00', undefined],
])('at %s the letter to send is that of %s', (moment, sunday) => {
  const now = Temporal.PlainDateTime.from(moment).toZonedDateTime('Europe/Berlin')
  expect(sundayToSend(now)?.toString()).toBe(sunday)
})

test('a letter is about the seven days after its Sunday', () => {
  const { from, until } = weekAfter(Temporal.PlainDate.from('2026-11-22'))
  expect([from.toString(), until.toString()]).toEqual(['2026-11-23', '2026-11-29'])
})
