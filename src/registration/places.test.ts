import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PartySize } from './party.ts'
import {
  type Limit,
  limitsWithoutRoom,
  partiesToOffer,
  placeFor,
  placesNeeded,
  type WaitingParty,
} from './places.ts'

const family = (children: number, adults = 1, babies = 0): PartySize => ({ adults, children, babies })
const limit = (unit: Limit['unit'], places: number, taken = 0): Limit => ({ unit, places, taken })
const waiting = (id: string, size: PartySize): WaitingParty => ({ id, ...size })

describe('a place is what the offer counts', () => {
  test.each([
    ['child', 2],
    ['adult', 1],
    ['household', 1],
    ['person', 3],
    ['baby', 1],
  ] as const)('a mother with two children, one of them a baby, takes per %s: %s', (unit, places) => {
    expect(placesNeeded(unit, family(2, 1, 1))).toBe(places)
  })
})

describe('with two limits both need room', () => {
  const limits = [limit('child', 10, 4), limit('baby', 3, 3)]
  test('a family with a baby waits for the babies to have room', () => {
    expect(limitsWithoutRoom(limits, family(1, 1, 1))).toEqual(['baby'])
  })
  test('a family without a baby is not stopped by them', () => {
    expect(limitsWithoutRoom(limits, family(2))).toEqual([])
  })
  test('a limit with more taken than there is never blocks the other one', () => {
    expect(limitsWithoutRoom([limit('child', 10, 4), limit('baby', 3, 5)], family(2))).toEqual([])
  })
})

describe('who comes next', () => {
  const seven = limit('household', 7)
  test('seven free places go to the first seven of ten in line', () => {
    const line = Array.from({ length: 10 }, (_, index) => waiting(`family ${index}`, family(1)))
    expect(partiesToOffer(line, [seven], 'first-that-fits').map(({ id }) => id)).toEqual(
      line.slice(0, 7).map(({ id }) => id),
    )
  })
  const line = [waiting('three children', family(3)), waiting('one child', family(1))]
  test('a party is never split: the first that fits is next', () => {
    expect(partiesToOffer(line, [limit('child', 2)], 'first-that-fits').map(({ id }) => id)).toEqual([
      'one child',
    ])
  })
  test('in strict order everybody waits for the first', () => {
    expect(partiesToOffer(line, [limit('child', 2)], 'strict-order')).toEqual([])
  })
  test('nobody new overtakes a family that fits', () => {
    expect(placeFor(family(1), [limit('child', 1)], [waiting('first', family(1))], 'first-that-fits')).toBe(
      'waiting',
    )
  })
  test('a place that no waiting family can use is free for a new one', () => {
    expect(placeFor(family(1), [limit('child', 1)], [waiting('two', family(2))], 'first-that-fits')).toBe(
      'confirmed',
    )
    expect(placeFor(family(1), [limit('child', 1)], [waiting('two', family(2))], 'strict-order')).toBe(
      'waiting',
    )
  })
})

test('offers never exceed the free places, whatever the parties and limits', () => {
  const anySize = fc.record({ adults: fc.nat(3), children: fc.nat(4), babies: fc.constant(0) })
  const anyLimits = fc.record({ child: fc.nat(8), adult: fc.nat(8) })
  fc.assert(
    fc.property(fc.array(anySize, { maxLength: 12 }), anyLimits, (sizes, { child, adult }) => {
      const limits = [limit('child', child), limit('adult', adult)]
      const parties = sizes.map((size, index) => waiting(String(index), size))
      const offered = partiesToOffer(parties, limits, 'first-that-fits')
      const sum = (unit: 'child' | 'adult') =>
        offered.reduce((all, size) => all + placesNeeded(unit, size), 0)
      expect(sum('child')).toBeLessThanOrEqual(child)
      expect(sum('adult')).toBeLessThanOrEqual(adult)
    }),
  )
})
