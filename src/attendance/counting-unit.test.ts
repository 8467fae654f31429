import { expect, test } from 'vitest'
import { inOwnUnit } from './counting-unit.ts'

const three = { sessions: 3, adults: 12, children: 9 }
const once = { sessions: 1, adults: 1, children: 2 }
const nobody = { sessions: 1, adults: 0, children: 0 }

test.each([
  ['counselling', three, 'conversations', 12],
  ['counselling', once, 'conversations', 1],
  ['counselling', nobody, 'conversations', 0],
  ['education', three, 'sessions', 3],
  ['education', nobody, 'sessions', 1],
  ['encounter', three, 'visits', 21],
  ['encounter', once, 'visits', 3],
  ['activity', three, 'participations', 21],
  ['neighbourly', three, 'helps', 12],
  ['neighbourly', once, 'helps', 1],
] as const)('%s: %j is %s: %i', (kind, heads, unit, amount) => {
  expect(inOwnUnit(kind, heads)).toEqual({ unit, amount })
})
