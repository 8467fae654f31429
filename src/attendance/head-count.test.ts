import { describe, expect, test } from 'vitest'
import { countThatHolds, everybodyOf, type HeadCount, nobody, whyNotCountable } from './head-count.ts'

test('everybody is adults and children, and a family here for the first time is not counted twice', () => {
  expect(everybodyOf({ ...nobody, adults: 3, childrenUnder1: 2, children6To10: 1, firstTime: 2 })).toBe(6)
})

describe('the count that holds', () => {
  test('is the latest version', () => {
    expect(countThatHolds([aCount(1, 4), aCount(2, 5)])?.heads.adults).toBe(5)
  })
  test('is none while nobody has counted', () => {
    expect(countThatHolds([])).toBeNull()
  })
  test('is none once it was taken back, which is not the same as nobody came', () => {
    expect(countThatHolds([aCount(1, 4), { ...aCount(2, 0), isWithdrawn: true }])).toBeNull()
    expect(countThatHolds([aCount(1, 0)])).not.toBeNull()
  })
})

test.each([
  ['before it starts', '09:29', null, 'not-started'],
  ['from its first minute on', '09:30', null, null],
  ['long after it', '23:00', null, null],
  ['cancelled', '09:45', 'illness', 'cancelled'],
])('a session is countable or says why not: %s', (_, time, cancelReason, why) => {
  const startsAt = Temporal.Instant.from('2026-11-23T09:30Z')
  expect(whyNotCountable({ startsAt, cancelReason }, Temporal.Instant.from(`2026-11-23T${time}Z`))).toBe(why)
})

const aCount = (version: number, adults: number): HeadCount => ({
  ...{ version, isWithdrawn: false, countedAs: 'centre-lead', countedBy: 'lead' },
  ...{ countedAt: Temporal.Instant.from('2026-11-23T10:00Z'), heads: { ...nobody, adults } },
})
