import { expect, test } from 'vitest'
import { readAge, sayAge } from './age.ts'
import { canonicalAddress, daysOf, readFilters } from './filters.ts'

test.each([
  ['pregnant', 'pregnant'],
  ['0m', { from: 0, until: 1 }],
  ['7m', { from: 7, until: 8 }],
  ['3y', { from: 36, until: 48 }],
  ['1-3', { from: 12, until: 36 }],
  ['3-1', undefined],
  ['7', undefined],
  ['-1m', undefined],
])('the age %s in an address is read as %j', (value, expected) => {
  expect(readAge(value)).toEqual(expected)
})

test.each([
  [{ from: null, until: null }, { said: 'any' }],
  [{ from: 0, until: null }, { said: 'any' }],
  [
    { from: 4, until: null },
    { said: 'from', unit: 'months', count: 4 },
  ],
  [
    { from: 0, until: 12 },
    { said: 'until', unit: 'years', count: 1 },
  ],
  [
    { from: 36, until: 72 },
    { said: 'between', unit: 'years', from: 3, until: 6 },
  ],
  [
    { from: 4, until: 14 },
    { said: 'between', unit: 'months', from: 4, until: 14 },
  ],
  [
    { from: 30, until: 60 },
    { said: 'between', unit: 'years', from: 2.5, until: 5 },
  ],
  [
    { from: 18, until: 36 },
    { said: 'span', months: 18, years: 3 },
  ],
])('ages in months %j are said as %j', (ages, expected) => {
  expect(sayAge(ages)).toEqual(expected)
})

const monday = Temporal.PlainDate.from('2026-11-23')
test.each([
  ['today', '2026-11-23', '2026-11-23'],
  ['tomorrow', '2026-11-24', '2026-11-24'],
  ['week', '2026-11-23', '2026-11-29'],
  ['monday', '2026-11-23', '2026-11-23'],
  ['sunday', '2026-11-29', '2026-11-29'],
] as const)('on a Monday, %s means %s until %s', (day, from, until) => {
  const days = daysOf(day, monday)
  expect([String(days.from), String(days.until)]).toEqual([from, until])
})

test.each([
  ['/offers', 'free=yes&day=today', '/offers?day=today&free=yes'],
  [
    '/offers',
    'day=today&utm_source=x&page=2&q=%20Baby%20%20Gruppe',
    '/offers?q=Baby+Gruppe&day=today&page=2',
  ],
  ['/offers', 'page=1&day=someday&topic=', '/offers'],
  ['/offers', 'day=today&day=tomorrow', '/offers?day=today'],
  ['', 'district=08&q=x', '?district=08'],
  ['/centres', 'district=08', '/centres?district=08'],
  ['/map.svg', 'v=abc&district=16', '/map.svg?district=16'],
  ['', 'district=%3Cscript%3E', ''],
  ['/promise', 'anything=1', '/promise'],
])('%s?%s is kept as %s', (path, query, kept) => {
  expect(canonicalAddress(path, new URLSearchParams(query))).toBe(kept)
})

test('a search is at most a hundred characters, without control characters', () => {
  const { filters } = readFilters(new URLSearchParams({ q: `a\u0000b${'c'.repeat(200)}` }))
  expect(filters.q).toHaveLength(100)
  expect(filters.q).toMatch(/^a b/)
})
