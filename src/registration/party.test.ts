import { describe, expect, test } from 'vitest'
import {
  type Child,
  childrenOfWrongAge,
  correctedChildren,
  hasRightAge,
  isSameChild,
  sizeOf,
} from './party.ts'

const on = Temporal.PlainDate.from('2026-11-23')
const born = (month: string, firstName = 'Mila'): Child => ({
  firstName,
  bornIn: Temporal.PlainDate.from(`${month}-01`),
})

describe('a child has the right age on the day of the session, not on the day of registration', () => {
  test.each<[string, number | null, number | null, boolean, string]>([
    ['2026-07', 4, 12, true, 'four months some day in July'],
    ['2026-08', 4, 12, false, 'only three months'],
    ['2025-11', 4, 12, true, 'turns one this month, perhaps after the session'],
    ['2025-10', 4, 12, false, 'is one already'],
    ['2023-11', 36, null, true, 'turns three this month, perhaps before the session'],
    ['2023-12', 36, null, false, 'turns three next month'],
    ['2010-01', null, null, true, 'no limit'],
  ])('born in %s for months %s to %s: %s, %s', (month, ageFrom, ageUntil, expected) => {
    expect(hasRightAge(born(month), { ageFrom, ageUntil }, on)).toBe(expected)
  })
})

test('a baby is a child under twelve months', () => {
  const party = { adults: 2, children: [born('2026-01'), born('2025-11'), born('2025-10'), born('2021-05')] }
  expect(sizeOf(party, on)).toEqual({ adults: 2, children: 4, babies: 2 })
})

test.each([
  ['Mila', ' mila ', true],
  ['Émile', 'E\u0301mile', true],
  ['Mila', 'Milan', false],
])('%s and %s are the same first name: %s', (one, other, expected) => {
  expect(isSameChild(born('2024-03', one), born('2024-03', other))).toBe(expected)
  expect(isSameChild(born('2024-03', one), born('2024-04', other))).toBe(false)
})

test.each([
  ['child', ['Ole']],
  ['household', []],
  ['person', []],
  ['adult', []],
] as const)(
  'where places are counted per %s, brothers and sisters of another age: %s',
  (counts, expected) => {
    const party = { adults: 1, children: [born('2026-01', 'Mila'), born('2019-01', 'Ole')] }
    const wrong = childrenOfWrongAge(party, { counts, ageFrom: 0, ageUntil: 12 }, on)
    expect(wrong.map(({ firstName }) => firstName)).toEqual(expected)
  },
)

test('a family without any child of the right age does not fit', () => {
  const party = { adults: 1, children: [born('2019-01', 'Ole')] }
  expect(childrenOfWrongAge(party, { counts: 'household', ageFrom: 0, ageUntil: 12 }, on)).toHaveLength(1)
})

describe('whom a family means that writes down its children again', () => {
  const [mila, ole, ada] = [born('2024-10', 'Mila'), born('2021-02', 'Ole'), born('2021-02', 'Ada')]
  const nobody = { come: [], go: [] }
  test.each<[string, Child[], Child[], object]>([
    ['a name is corrected', [mila], [born('2024-10', 'Milla')], { stay: ['Mila: Milla'], ...nobody }],
    ['a month is corrected', [mila], [born('2024-11')], { stay: ['Mila: Mila'], ...nobody }],
    ['the sister comes instead', [mila], [ole], { stay: [], come: ['Ole'], go: ['Mila'] }],
    ['a child comes along', [mila], [mila, ole], { stay: ['Mila: Mila'], come: ['Ole'], go: [] }],
    ['one stays at home', [mila, ole], [ole], { stay: ['Ole: Ole'], come: [], go: ['Mila'] }],
    [
      'one of twins is corrected',
      [ole, ada],
      [born('2021-02', 'Adda'), ole],
      { stay: ['Ole: Ole', 'Ada: Adda'], ...nobody },
    ],
  ])('%s', (_, before, written, expected) => {
    const { stay, come, go } = correctedChildren(before, written)
    const names = (children: readonly Child[]) => children.map(({ firstName }) => firstName)
    const corrected = stay.map(({ was, is }) => `${was.firstName}: ${is.firstName}`)
    expect({ stay: corrected, come: names(come), go: names(go) }).toEqual(expected)
  })
})
