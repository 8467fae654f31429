import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { freeNumber, outcomeOf, standingOf } from './joint-activity.ts'

const database = await databaseForThisFile()
const client = new pg.Client({ connectionString: database.admin })
beforeAll(() => client.connect())
afterAll(() => client.end())

test.each([
  [0, 6, 'open', 'too-few'],
  [3, 6, 'open', 'too-few'],
  [4, 6, 'nearly', 'too-few'],
  [5, 6, 'nearly', 'too-few'],
  [6, 6, 'enough', 'enough'],
  [9, 6, 'enough', 'enough'],
  [0, 2, 'nearly', 'too-few'],
] as const)(
  '%i families where it takes %i: %s, and on its day %s',
  (families, minimum, standing, outcome) => {
    expect(standingOf(families, minimum)).toBe(standing)
    expect(outcomeOf(families, minimum)).toBe(outcome)
  },
)

test.each([
  [3, [], 1],
  [3, [1], 2],
  [3, [1, 3], 2],
  [3, [2, 3], 1],
  [2, [1, 2], undefined],
])('of %i with %j held, the next family gets number %s', (needed, held, expected) => {
  expect(freeNumber(needed, held)).toBe(expected)
})

describe('a minimum is decided on at noon of the city', () => {
  test.each([
    ['the day before', '2026-11-28', 1, '2026-11-27T11:00:00Z'],
    ['in summer', '2027-07-10', 3, '2027-07-07T10:00:00Z'],
    ['on the day on which the clocks go forward', '2027-03-29', 1, '2027-03-28T10:00:00Z'],
    ['the day before they go forward', '2027-03-29', 2, '2027-03-27T11:00:00Z'],
    ['on the day on which they go back', '2026-10-26', 1, '2026-10-25T11:00:00Z'],
    ['the day before they go back', '2026-10-26', 2, '2026-10-24T10:00:00Z'],
  ])('%s', async (_, heldOn, daysBefore, expected) => {
    const { rows } = await client.query(
      `select to_char(joint_decision_at($1::date, $2, 'Europe/Berlin') at time zone 'UTC',
        'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at`,
      [heldOn, daysBefore],
    )
    expect(rows[0].at).toBe(expected)
  })
})
