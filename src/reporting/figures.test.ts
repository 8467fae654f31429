import { describe, expect, test } from 'vitest'
import { readChoice } from './choice.ts'
import { addUp, addUpBy, type Cell, noSums, type Sums, visitsIn } from './figures.ts'
import { findingOf } from './finding.ts'
import { lastDayOf, quarterOf, quartersBetween } from './period.ts'

test('visits are adults and children, and families for the first time are not added once more', () => {
  expect(visitsIn(sums({ adults: 10, 'children-1-to-2': 4, 'children-over-10': 1, 'first-time': 3 }))).toBe(
    15,
  )
})

test('cells are added up altogether, by centre and by format', () => {
  const cells = [aCell('a', 'course', 3), aCell('b', 'course', 4), aCell('a', 'drop-in', 5)]
  expect(addUp(cells).adults).toBe(12)
  expect(addUpBy(cells, 'centreId').map(({ of, sums }) => [of, sums.adults])).toEqual([
    ['a', 8],
    ['b', 4],
  ])
  expect(addUpBy(cells, 'format').map(({ of, sums }) => [of, sums.adults])).toEqual([
    ['course', 7],
    ['drop-in', 5],
  ])
})

describe('the finding above the chart', () => {
  const year = (visits: number, uncounted = 0) =>
    sums({ 'sessions-held': 20, 'sessions-uncounted': uncounted, adults: visits })

  test.each([
    ['compares with the year before', year(114), year(100), { finding: 'more', percent: 14, visits: 114 }],
    ['says less as plainly as more', year(80), year(100), { finding: 'fewer', percent: 20, visits: 80 }],
    ['calls half a percent as many', year(1004), year(1000), { finding: 'as-many', visits: 1004 }],
    ['compares nothing without a year before', year(80), noSums(), { finding: 'visits', visits: 80 }],
    ['compares nothing when much is uncounted', year(80, 3), year(100), { finding: 'visits', visits: 80 }],
    ['nor when much was uncounted before', year(80), year(100, 3), { finding: 'visits', visits: 80 }],
    ['does not call an uncounted quarter empty', year(0, 20), year(100), { finding: 'nothing-counted' }],
    ['says when nothing was held', noSums(), year(100), { finding: 'nothing-held' }],
  ])('%s', (_, now, before, finding) => {
    expect(findingOf(now, before, true)).toEqual(finding)
  })

  test('compares no running quarter with a whole one', () => {
    expect(findingOf(year(80), year(100), false)).toEqual({ finding: 'visits-so-far', visits: 80 })
  })
})

test('quarters reach from the first day to today, the latest first', () => {
  const [from, until] = [Temporal.PlainDate.from('2025-12-31'), Temporal.PlainDate.from('2026-07-01')]
  expect(quartersBetween(from, until).map(({ year, quarter }) => `${year}/${quarter}`)).toEqual([
    '2026/3',
    '2026/2',
    '2026/1',
    '2025/4',
  ])
  expect(lastDayOf(quarterOf(until)).toString()).toBe('2026-09-30')
  expect(lastDayOf({ year: 2026, quarter: null }).toString()).toBe('2026-12-31')
})

test.each([
  ['', 2026, 4, null],
  ['year=2025&quarter=2&format=course', 2025, 2, 'course'],
  ['year=2025', 2025, null, null],
  ['year=99999&quarter=9&format=party', 2026, 4, null],
  ['year=2025&quarter=7', 2025, null, null],
])('an address is read as far as it makes sense: %s', (query, year, quarter, format) => {
  const today = Temporal.PlainDate.from('2026-11-23')
  expect(readChoice(new URLSearchParams(query), today)).toEqual({ period: { year, quarter }, format })
})

const sums = (given: Partial<Sums>): Sums => ({ ...noSums(), 'sessions-held': 1, ...given })

const aCell = (centreId: string, format: Cell['format'], adults: number): Cell => ({
  ...{ centreId, format, quarter: Temporal.PlainDate.from('2026-10-01') },
  sums: sums({ adults }),
})
