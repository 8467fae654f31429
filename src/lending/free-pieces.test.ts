import { describe, expect, test } from 'vitest'
import { freeAgainOn, freePieces, type Taken } from './free-pieces.ts'

const day = (number: number) => Temporal.PlainDate.from({ year: 2026, month: 12, day: number })
const today = day(3)
const taken = (fromOn: number, dueOn: number, { pieces = 1, isOut = false } = {}): Taken => ({
  ...{ pieces, isOut, fromOn: day(fromOn), dueOn: day(dueOn) },
})

describe('of two pieces are free', () => {
  test.each<[number, string, Taken[], [number, number]]>([
    [2, 'when nobody has one', [], [4, 6]],
    [1, 'beside one that is out', [taken(3, 6, { isOut: true })], [4, 5]],
    [0, 'when both are out for a while', [taken(3, 6), taken(4, 5)], [3, 8]],
    [1, 'when one follows the other', [taken(3, 5), taken(5, 8)], [3, 8]],
    [2, 'from the day on which they come back', [taken(3, 6, { pieces: 2, isOut: true })], [6, 8]],
    [2, 'until the day on which they are promised', [taken(6, 8, { pieces: 2 })], [4, 6]],
    [0, 'today, when both are overdue', [taken(1, 2, { pieces: 2, isOut: true })], [3, 3]],
    [2, 'tomorrow, when both are overdue', [taken(1, 2, { pieces: 2, isOut: true })], [4, 5]],
    [1, 'when one was promised for a single day', [taken(4, 4)], [4, 4]],
    [2, 'when a promise is over', [taken(1, 2, { pieces: 2 })], [3, 4]],
  ])('%i %s', (free, _, all, [fromOn, dueOn]) => {
    expect(freePieces(2, all, { fromOn: day(fromOn), dueOn: day(dueOn) }, today)).toBe(free)
  })
})

test.each<[number, string, Taken[]]>([
  [3, 'nothing is out', []],
  [6, 'the first comes back', [taken(1, 6, { isOut: true }), taken(2, 9, { isOut: true })]],
  [4, 'what is overdue may be back', [taken(1, 2, { pieces: 2, isOut: true })]],
  [
    8,
    'nobody is promised what comes back',
    [taken(1, 5, { pieces: 2, isOut: true }), taken(5, 8, { pieces: 2 })],
  ],
])('one is free again on the %i., when %s', (expected, _, all) => {
  expect(freeAgainOn(2, all, today)).toEqual(day(expected))
})
