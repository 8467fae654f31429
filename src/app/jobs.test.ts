import pg from 'pg'
import { afterAll, expect, test, vi } from 'vitest'
import { aFamily, joins } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, townNow } from '../../tests/support/town.ts'
import type { CityJob } from '../identity/index.ts'
import { overCities, startCityJobs } from './jobs.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const neighbour = await aTown(database, { slug: 'nachbarstadt' })

test('a family that registers finds its confirmation in the mailbox a moment later', async () => {
  const offer = await town.anOffer({ registration: 'session', counts: 'child', places: 5 })
  await joins(town, await town.aSession({ offer, on: '2026-12-01' }), aFamily('Familie Yıldız'))
  const log = { info: vi.fn(), error: vi.fn() }
  const running = await startCityJobs({
    url: database.app,
    post: { isDemo: true },
    accounts: { baseUrl: '', auth: () => Promise.reject(new Error('Nobody forgot a password')) },
    log,
    clock: () => townNow,
  })
  await vi.waitFor(async () => expect(await states()).toEqual(['sent']), { timeout: 8000 })
  await running.stop()
  expect(log.error).not.toHaveBeenCalled()
})

test('a duty is done for every city, even when one is in trouble', async () => {
  const visited: string[] = []
  const duty = overCities(visiting(visited, { everySeconds: 60, trouble: 'kleinstadt' }), surroundings)
  await expect(duty.run({ data: {}, attempt: 1, isLastAttempt: false })).rejects.toThrow('kleinstadt')
  expect(visited).toEqual(['kleinstadt', 'nachbarstadt'])
})

test('an enqueued job is about its own city alone, and the system does it', async () => {
  const visited: string[] = []
  const job = overCities(visiting(visited), surroundings)
  await job.run({ data: { cityId: neighbour.city.id }, attempt: 1, isLastAttempt: false })
  expect(visited).toEqual(['nachbarstadt'])
})

const surroundings = { db: town.db, clock: () => townNow }
const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
afterAll(() => admin.end())

const visiting = (
  visited: string[],
  { trouble, ...schedule }: { everySeconds?: number; trouble?: string } = {},
): CityJob => ({
  ...{ name: 'visit', ...schedule },
  async run({ city, actor }) {
    expect(actor).toEqual({ kind: 'system' })
    visited.push(city.slug)
    if (city.slug === trouble) throw new Error(city.slug)
  },
})

const states = async () => (await admin.query('select state from messages')).rows.map(({ state }) => state)
