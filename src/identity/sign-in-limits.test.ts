import { afterAll, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { createSignInLimits } from './sign-in-limits.ts'
import { openSignInPool } from './store/sign-in-pool.ts'

const database = await databaseForThisFile()
const pool = openSignInPool(database.app)
afterAll(() => pool.end())
const { mayTry, succeeded } = createSignInLimits(pool, 'a key for tests')

test('the sixth failure within a quarter of an hour is not tried any more', async () => {
  const attempt = { address: '198.51.100.1', email: 'a@example.org' }
  expect(await tries(6, () => attempt)).toEqual([true, true, true, true, true, false])
})

test('many attempts at once do not slip through', async () => {
  const attempt = { address: '198.51.100.2', email: 'b@example.org' }
  const answers = await Promise.all(Array.from({ length: 20 }, () => mayTry(attempt)))
  expect(answers.filter(Boolean)).toHaveLength(5)
})

test('a colleague whose account is guessed at from elsewhere still signs in at her desk', async () => {
  const atHerDesk = { address: '203.0.113.7', email: 'c@example.org' }
  await mayTry(atHerDesk)
  await succeeded(atHerDesk)

  await tries(40, index => ({ ...atHerDesk, address: `198.51.100.${100 + index}` }))
  expect(await mayTry({ ...atHerDesk, address: '198.51.100.200' })).toBe(false)
  expect(await mayTry(atHerDesk)).toBe(true)
})

test('one address cannot walk through all accounts', async () => {
  const answers = await tries(61, index => ({ address: '198.51.100.3', email: `d${index}@example.org` }))
  expect(answers.at(-1)).toBe(false)
})

test('whoever signs in begins anew', async () => {
  const attempt = { address: '198.51.100.4', email: 'e@example.org' }
  await tries(4, () => attempt)
  await succeeded(attempt)
  expect(await tries(5, () => attempt)).not.toContain(false)
})

test('the table tells nobody who signed in from where', async () => {
  const { rows } = await pool.query('select key from rate_limits')
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toMatch(/example|198\.51/)
})

async function tries(count: number, attempt: (index: number) => Parameters<typeof mayTry>[0]) {
  const answers: boolean[] = []
  for (let index = 0; index < count; index++) answers.push(await mayTry(attempt(index)))
  return answers
}
