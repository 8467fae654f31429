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
import type { ComesAs } from './rules/place-rules.ts'

const family = (children: number, adults = 1, babies = 0): PartySize => ({ adults, children, babies })
const limit = (unit: Limit['unit'], places: number, taken = 0): Limit => ({ unit, places, taken })
const waiting = (id: string, size: PartySize, comesAs: ComesAs | null = null): WaitingParty => ({
  ...{ id, ...size, comesAs },
})
const whoeverFits = { waitingRule: 'first-that-fits', priority: 'first-come' } as const
const inOrder = { waitingRule: 'strict-order', priority: 'first-come' } as const

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
    expect(partiesToOffer(line, [seven], whoeverFits).map(({ id }) => id)).toEqual(
      line.slice(0, 7).map(({ id }) => id),
    )
  })
  test.each([
    ['first-come', ['first', 'second', 'third', 'fourth']],
    ['siblings', ['second', 'fourth', 'first', 'third']],
    ['first-timers', ['third', 'first', 'second', 'fourth']],
    ['referred', ['first', 'second', 'third', 'fourth']],
  ] as const)('WL05: by the rule %s first, then by time of joining', (priority, order) => {
    const line = [
      waiting('first', family(1)),
      waiting('second', family(1), 'siblings'),
      waiting('third', family(1), 'first-timers'),
      waiting('fourth', family(1), 'siblings'),
    ]
    const rules = { ...whoeverFits, priority }
    expect(partiesToOffer(line, [limit('child', 4)], rules).map(({ id }) => id)).toEqual(order)
    expect(partiesToOffer(line, [limit('child', 2)], rules).map(({ id }) => id)).toEqual(order.slice(0, 2))
  })
  const line = [waiting('three children', family(3)), waiting('one child', family(1))]
  test('a party is never split: the first that fits is next', () => {
    expect(partiesToOffer(line, [limit('child', 2)], whoeverFits).map(({ id }) => id)).toEqual(['one child'])
  })
  test('in strict order everybody waits for the first', () => {
    expect(partiesToOffer(line, [limit('child', 2)], inOrder)).toEqual([])
  })
  test('nobody new overtakes a family that fits', () => {
    expect(placeFor(family(1), [limit('child', 1)], [waiting('first', family(1))], whoeverFits)).toBe(
      'waiting',
    )
  })
  test('a place that no waiting family can use is free for a new one', () => {
    expect(placeFor(family(1), [limit('child', 1)], [waiting('two', family(2))], whoeverFits)).toBe(
      'confirmed',
    )
    expect(placeFor(family(1), [limit('child', 1)], [waiting('two', family(2))], inOrder)).toBe('waiting')
  })
})

test('offers never exceed the free places, whatever the parties and limits', () => {
  const anySize = fc.record({ adults: fc.nat(3), children: fc.nat(4), babies: fc.constant(0) })
  const anyLimits = fc.record({ child: fc.nat(8), adult: fc.nat(8) })
  fc.assert(
    fc.property(fc.array(anySize, { maxLength: 12 }), anyLimits, (sizes, { child, adult }) => {
      const limits = [limit('child', child), limit('adult', adult)]
      const parties = sizes.map((size, index) => waiting(String(index), size))
      const offered = partiesToOffer(parties, limits, whoeverFits)
      const sum = (unit: 'child' | 'adult') =>
        offered.reduce((all, size) => all + placesNeeded(unit, size), 0)
      expect(sum('child')).toBeLessThanOrEqual(child)
      expect(sum('adult')).toBeLessThanOrEqual(adult)
    }),
  )
})
