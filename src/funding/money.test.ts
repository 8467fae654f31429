import { describe, expect, test } from 'vitest'
import { type Amount, type FiscalYear, majorityOf, sourcesOf, sumsOf, type Vote } from './money.ts'

const figure = { source: 'Test', isExample: false }
const year = (of: number, budget: string, leadMinutes: number): FiscalYear => ({
  ...{ ...figure, year: of, budget, leadMinutes, closedOn: null },
})
const amount = (of: number, cents: number, isExample = false): Amount => ({
  ...{ source: 'Test', isExample, year: of, cents, centreId: 'a' },
})
const years = [year(2020, '2020-21', 2340), year(2018, '2018-19', 1170), year(2019, '2018-19', 1170)]

describe('what a budget comes to', () => {
  test('its years are told as one, in order of time', () => {
    const sums = sumsOf({
      years,
      amounts: [amount(2018, 100_00), amount(2019, 300_00), amount(2020, 500_00)],
    })
    expect(sums.map(({ budget, centsPerYear, leadMinutes }) => [budget, centsPerYear, leadMinutes])).toEqual([
      ['2018-19', 200_00, 1170],
      ['2020-21', 500_00, 2340],
    ])
  })

  test('a year without any amount does not halve the others', () => {
    expect(sumsOf({ years, amounts: [amount(2018, 100_00)] })[0]?.centsPerYear).toBe(100_00)
  })

  test('without any amount nothing is claimed', () => {
    expect(sumsOf({ years, amounts: [] }).map(({ centsPerYear }) => centsPerYear)).toEqual([null, null])
  })

  test('one example makes the sum an example', () => {
    const sums = sumsOf({ years, amounts: [amount(2018, 1), amount(2019, 1, true), amount(2020, 1)] })
    expect(sums.map(({ centsAreExamples }) => centsAreExamples)).toEqual([true, false])
  })
})

describe('the majority', () => {
  const vote = (ayes: number, noes: number, abstentions: number, isExample = false): Vote => ({
    ...{ source: 'Test', groupName: 'A', ayes, noes, abstentions, isExample },
  })

  test('is nobody’s where no vote is known', () => {
    expect(majorityOf([])).toBeUndefined()
  })

  test('adds up the groups, and is an example with its first example', () => {
    expect(majorityOf([vote(20, 0, 1), vote(5, 9, 0, true)])).toEqual({
      ...{ ayes: 25, noes: 9, abstentions: 1, isExample: true },
    })
  })
})

test('each source is named once', () => {
  expect(sourcesOf({ years, amounts: [amount(2018, 1)], decisions: [], centres: [] })).toEqual(['Test'])
})
