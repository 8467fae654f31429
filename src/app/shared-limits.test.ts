import pg from 'pg'
import { afterAll, expect, test, vi } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'

const database = await databaseForThisFile()
await aTown(database)
const [first, second] = [await aProcess(), await aProcess()]
afterAll(() => Promise.all([first.close(), second.close()]))

test('who has used up her tries at one process has none at the other', async () => {
  for (let times = 0; times < 10; times++) await first.post('/de/my', { code: 'ABC-234-DEF' })
  expect((await second.post('/de/my', { code: 'ABC-234-DEF' })).status).toBe(429)
})

test('a process that starts anew goes on counting', async () => {
  const third = await aProcess()
  expect((await third.post('/de/my', { code: 'ABC-234-DEF' })).status).toBe(429)
  await third.close()
})

test('nobody reads in the table who was here', async () => {
  const visitor = new Request('http://localhost/de/my', {
    method: 'POST',
    headers: { origin: 'http://localhost' },
    body: new URLSearchParams({ code: 'ABC-234-DEF' }),
  })
  await first.fetch(visitor, { incoming: { socket: { remoteAddress: '198.51.100.7' } } })
  const admin = new pg.Client({ connectionString: database.admin })
  await admin.connect()
  const { rows } = await admin.query('select key from identity.rate_limits')
  await admin.end()
  expect(rows.length).toBeGreaterThan(1)
  expect(JSON.stringify(rows)).not.toContain('198.51')
})

/** The same program once more: none of its modules shares anything in memory with another. */
async function aProcess() {
  vi.resetModules()
  const { webForTest } = await import('../../tests/support/web.ts')
  return webForTest(database)
}
