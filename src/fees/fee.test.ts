import { expect, test } from 'vitest'
import { type Coming, dueFor, type Level, levelsOf, openOf, type Price } from './fee.ts'

const price: Price = { priceCents: 500, pricePer: 'session', reducedCents: 200 }
const coming: Coming = { counts: 'child', size: { adults: 1, children: 2, babies: 0 }, dates: 1 }

test.each<[string, Level, Partial<Price>, Partial<Coming>, number]>([
  ['two children at one session', 'full', {}, {}, 1000],
  ['the same, reduced', 'reduced', {}, {}, 400],
  ['the same, waived', 'waived', {}, {}, 0],
  ['where places are counted by adult', 'full', {}, { counts: 'adult' }, 500],
  ['where everybody counts', 'full', {}, { counts: 'person' }, 1500],
  ['a price for the family, however many come', 'full', { pricePer: 'family-session' }, {}, 500],
  ['a course of eight dates, priced by date', 'full', {}, { dates: 8 }, 8000],
  ['a course of eight dates, priced as a whole', 'full', { pricePer: 'course' }, { dates: 8 }, 1000],
  ['reduced, where there is no such price any more', 'reduced', { reducedCents: null }, {}, 1000],
])('%s', (_, level, otherPrice, otherComing, cents) => {
  expect(dueFor(level, { ...price, ...otherPrice }, { ...coming, ...otherComing })).toBe(cents)
})

test('whoever cannot pay may always say so', () => {
  expect(levelsOf({ reducedCents: null })).toEqual(['full', 'waived'])
  expect(levelsOf({ reducedCents: 200 })).toEqual(['full', 'reduced', 'waived'])
})

test.each([
  [500, 0, 500],
  [500, 200, 300],
  [500, 500, 0],
  [200, 500, 0],
])('of %i due and %i paid, %i is open', (dueCents, paidCents, open) => {
  expect(openOf({ dueCents, paidCents })).toBe(open)
})
