import { expect, test } from 'vitest'
import { countsOf, thingsPerSign } from './story.ts'

test.each([
  [0, 1],
  [1, 1],
  [20, 1],
  [21, 2],
  [41, 5],
  [100, 5],
  [101, 10],
  [9_583, 500],
  [10_001, 1_000],
])('%i things: one sign stands for %i', (things, each) => {
  expect(thingsPerSign(things)).toBe(each)
})

test('what is not there is counted as nought, and what nobody asked for is left out', () => {
  expect(
    countsOf(
      ['online', 'door'],
      [
        { name: 'online', count: 3 },
        { name: 'on-site', count: 9 },
      ],
    ),
  ).toEqual({
    online: 3,
    door: 0,
  })
})
