import { describe, expect, test } from 'vitest'
import { carersNeeded, isOutdated, isTooOldToShow, lacksOf } from './care.ts'

const day = Temporal.PlainDate.from

/** Children, the youngest in months, carers: a fifth of a person for each under three, § 25c Abs. 2 HKJGB. */
test.each([
  ['one baby still has two', 1, 6, 2],
  ['ten under three', 10, 12, 2],
  ['eleven under three', 11, 12, 3],
  ['nobody says how old: as if from birth', 11, null, 3],
  ['the youngest counts: from 35 months on', 15, 35, 3],
  ['twenty-eight from three on', 28, 36, 2],
  ['twenty-nine from three on', 29, 36, 3],
  ['thirty-three at school', 33, 72, 2],
  ['thirty-four at school', 34, 72, 3],
  ['fifty at school need three and no fourth', 50, 84, 3],
])('%s', (_, children, youngest, carers) => {
  expect(carersNeeded(children, youngest)).toBe(carers)
})

describe('a certificate', () => {
  test.each([
    ['2021-11-24', false],
    ['2021-11-23', true],
  ])('of %s is shown anew: %s', (issuedOn, outdated) => {
    expect(isOutdated({ issuedOn: day(issuedOn) }, day('2026-11-23'))).toBe(outdated)
  })

  test.each([
    ['2026-08-23', false],
    ['2026-08-22', true],
  ])('of %s is too old when it is looked at: %s', (issuedOn, tooOld) => {
    expect(isTooOldToShow({ issuedOn: day(issuedOn), seenOn: day('2026-11-23') })).toBe(tooOld)
  })
})

describe('what an offer lacks', () => {
  const today = day('2026-11-23')
  const decided = { permit: 'not-needed', decidedOn: today, children: 8, carers: 2 } as const
  const fresh = { issuedOn: day('2026-10-01') }
  test.each([
    ['everything', undefined, [], ['decision']],
    ['nothing', decided, [fresh, fresh], []],
    ['somebody whose certificate was seen', decided, [fresh], ['certificates']],
    ['one that is not outdated', decided, [fresh, { issuedOn: day('2021-01-01') }], ['certificates']],
    ['people', { ...decided, children: 11 }, [fresh, fresh], ['carers']],
  ])('%s', (_, decision, certificates, lacks) => {
    expect(lacksOf({ ageFrom: 12 }, decision, certificates, today)).toEqual(lacks)
  })
})
