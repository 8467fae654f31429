import { expect, test } from 'vitest'
import { type CashEntry, differenceBetween, type Kind, sheetOf } from './cash-book.ts'

const entry = (kind: Kind, cents: number): CashEntry => ({
  ...{ id: kind, providerId: 'p', centreId: 'c', number: 1, kind, cents, offerId: null, title: null },
  ...{ heldOn: Temporal.PlainDate.from('2026-11-23'), refundedCents: 0, words: '' },
  bookedAt: Temporal.Instant.from('2026-11-23T09:00Z'),
})

test('a day leads from what lay in the box in the morning to what lies in it at night', () => {
  const entries = [entry('put-in', 2000), entry('payment', 500), entry('payment', 300), entry('refund', 300)]
  expect(sheetOf([...entries, entry('taken-out', 1000)], 4000)).toEqual({
    openingCents: 2500,
    sums: { payment: 800, refund: 300, 'put-in': 2000, 'taken-out': 1000, over: 0, short: 0 },
    closingCents: 4000,
  })
})

test.each([
  [1000, 1000, undefined],
  [1000, 1050, { kind: 'over', cents: 50 }],
  [1000, 900, { kind: 'short', cents: 100 }],
])('of %i expected, %i were counted', (expected, counted, line) => {
  expect(differenceBetween(expected, counted)).toEqual(line)
})
