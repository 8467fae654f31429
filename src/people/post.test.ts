import { describe, expect, test } from 'vitest'
import { type Assignment, firstDayBeyondContract, isVacantOn } from './post.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const hours = (minutes: number, from: string, until?: string) => ({
  ...{ minutes, from: day(from), until: until ? day(until) : null },
})

describe('no hour is counted twice', () => {
  const full = [hours(2340, '2026-01-01')]
  test.each([
    ['half a contract twice', [hours(1170, '2026-01-01'), hours(1170, '2026-03-01')], full, undefined],
    ['more than the contract', [hours(1170, '2026-01-01'), hours(1200, '2026-03-01')], full, '2026-03-01'],
    [
      'one after the other',
      [hours(2340, '2026-01-01', '2026-07-01'), hours(2340, '2026-07-01')],
      full,
      undefined,
    ],
    ['a post before the contract', [hours(60, '2025-12-01')], full, '2025-12-01'],
    [
      'a post longer than the contract',
      [hours(60, '2026-01-01')],
      [hours(60, '2026-01-01', '2026-06-01')],
      '2026-06-01',
    ],
    ['a contract that becomes smaller', [hours(2340, '2026-01-01')],
      [hours(2340, '2026-01-01', '2026-09-01'), hours(1170, '2026-09-01')], '2026-09-01'], // biome-ignore format: a case is read as one
    ['no contract at all', [hours(1, '2026-01-01')], [], '2026-01-01'],
  ])('%s', (_, posts, contracts, expected) => {
    expect(firstDayBeyondContract(posts, contracts)?.toString()).toBe(expected)
  })
})

describe('a post is vacant', () => {
  const held = (kind: Assignment['kind'], from: string, until?: string): Assignment => ({
    ...{ ...hours(kind === 'holder' ? 1170 : 0, from, until), id: kind, employeeId: 'x', name: 'X', kind },
  })

  test.each([
    ['without anybody', [], true],
    ['with a deputy alone', [held('deputy', '2026-01-01')], true],
    ['with one of two who share it', [held('holder', '2026-01-01')], false],
    ['on the day after her last', [held('holder', '2025-01-01', '2026-03-01')], true],
    ['not on her last', [held('holder', '2025-01-01', '2026-03-02')], false],
    ['before her first', [held('holder', '2026-03-02')], true],
  ])('%s', (_, assignments, expected) => {
    expect(isVacantOn(assignments, day('2026-03-01'))).toBe(expected)
  })
})
