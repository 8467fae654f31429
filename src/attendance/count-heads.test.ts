import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, type TownSession, townNow } from '../../tests/support/town.ts'
import type { Actor } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { NotAllowed } from '../platform/refusals.ts'
import { type CountOutcome, countHeads, withdrawCount } from './count-heads.ts'
import { nobody } from './head-count.ts'
import { openCounter, sessionsToday, uncountedSessions } from './sessions-to-hold.ts'
import { insertCount } from './store/head-counts.ts'

const town = await aTown(await databaseForThisFile())
const lead = leadOf(town.westend)

test('the lead counts a session, and its correction is a second version that leaves the first readable', async () => {
  const session = await aStartedSession()
  expect(await counts(lead, session, { adults: 9 })).toEqual({ outcome: 'counted', version: 1 })
  expect(await counts(lead, session, { adults: 10, seenVersion: 1 })).toEqual({
    outcome: 'counted',
    version: 2,
  })
  const { versions } = await openCounter(at(lead), session.id)
  expect(versions.map(({ heads }) => heads.adults)).toEqual([9, 10])
})

test('sent twice by the same rendering of the counter, it is one count', async () => {
  const session = await aStartedSession()
  const twice = { adults: 4, renderingKey: 'one-rendering' }
  const outcomes = await Promise.all([counts(lead, session, twice), counts(lead, session, twice)])
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['already-sent', 'counted'])
  expect((await openCounter(at(lead), session.id)).versions).toHaveLength(1)
})

test('two people who count at the same time: the second one is told, and overwrites nothing', async () => {
  const session = await aStartedSession()
  const outcomes = await Promise.all([
    counts(lead, session, { adults: 4 }),
    counts(leaderOf(session), session, { adults: 5 }),
  ])
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['counted', 'counted-meanwhile'])
  expect((await openCounter(at(lead), session.id)).versions).toHaveLength(1)
})

test('without standing in line, the database itself refuses a second first version', async () => {
  const session = {
    ...(await aStartedSession()),
    centreId: town.westend.id,
    providerId: town.westend.providerId,
  }
  const first = {
    version: 1,
    heads: nobody,
    isWithdrawn: false,
    countedAs: 'centre-lead',
    countedBy: 'lead',
  } as const
  const insert = () =>
    inTransaction(at(lead), tx =>
      insertCount(
        tx,
        town.city.id,
        { ...session, cancelReason: null },
        { ...first, countedAt: townNow, renderingKey: randomUUID() },
      ),
    )
  const results = await Promise.allSettled([insert(), insert()])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('the same key at two sessions is two counts', async () => {
  const [one, other] = [await aStartedSession(), await aStartedSession()]
  await counts(lead, one, { renderingKey: 'k' })
  expect(await counts(lead, other, { renderingKey: 'k' })).toEqual({ outcome: 'counted', version: 1 })
})

test('a count taken back leaves the session uncounted, not empty', async () => {
  const session = await aStartedSession()
  await counts(lead, session, { adults: 9 })
  const withdrawing = { sessionId: session.id, seenVersion: 1, renderingKey: randomUUID() }
  expect(await withdrawCount(at(lead), withdrawing)).toEqual({ outcome: 'counted', version: 2 })
  const [today] = (await sessionsToday(at(lead))).filter(({ id }) => id === session.id)
  expect(today?.everybody).toBeNull()
})

test('a cancelled session and one that has not begun are not counted, and say why', async () => {
  const offer = await town.anOffer()
  const cancelled = await town.aSession({ offer, cancelled: 'illness', at: '08:00', until: '08:30' })
  const later = await town.aSession({ offer, at: '15:00', until: '16:00' })
  expect(await counts(lead, cancelled)).toEqual({ outcome: 'cancelled' })
  expect(await counts(lead, later)).toEqual({ outcome: 'not-started' })
})

test('the leader of an offer counts her own sessions and no others', async () => {
  const [own, other] = [await aStartedSession(), await aStartedSession()]
  expect(await counts(leaderOf(own), own)).toMatchObject({ outcome: 'counted' })
  await expect(counts(leaderOf(own), other)).rejects.toThrow(NotAllowed)
  expect((await sessionsToday(at(leaderOf(own)))).map(({ id }) => id)).toEqual([own.id])
})

test.each(['provider-manager', 'city-office', 'administrator'] as const)(
  'a %s counts nothing',
  async role => {
    const session = await aStartedSession()
    await expect(counts(holding(role), session)).rejects.toThrow(NotAllowed)
  },
)

test('the lead of another centre neither counts nor reads the count', async () => {
  const session = await aStartedSession()
  await counts(lead, session, { adults: 9 })
  const neighbour = leadOf(town.dotzheim)
  await expect(counts(neighbour, session)).rejects.toThrow(NotAllowed)
  const countsSeenBy = (actor: Actor) =>
    inTransaction(at(actor), tx =>
      tx.selectFrom('headCounts').where('sessionId', '=', session.id).selectAll().execute(),
    )
  expect(await countsSeenBy(neighbour)).toEqual([])
  expect(await countsSeenBy(lead)).toHaveLength(1)
})

test('a count can be added, but no role of the application can change or delete it', async () => {
  const session = await aStartedSession()
  await counts(lead, session, { adults: 9 })
  const change = inTransaction(at(lead), tx => sql`update head_counts set adults = 90`.execute(tx))
  await expect(change).rejects.toThrow(/permission denied/)
  const remove = inTransaction(at(lead), tx => sql`delete from head_counts`.execute(tx))
  await expect(remove).rejects.toThrow(/permission denied/)
})

test('sessions of the last seven days that nobody counted are remembered, the newest first', async () => {
  const offer = await town.anOffer({ centre: town.dotzheim })
  const at930 = (on: string) => town.aSession({ offer, on })
  const [yesterday, longAgo, counted] = [
    await at930('2026-11-22'),
    await at930('2026-11-15'),
    await at930('2026-11-20'),
  ]
  const oldest = await at930('2026-11-16')
  await town.aSession({ offer, on: '2026-11-21', cancelled: 'weather' })
  const neighbour = leadOf(town.dotzheim)
  await counts(neighbour, counted, { adults: 0 })
  const ids = (await uncountedSessions(at(neighbour))).map(({ id }) => id)
  expect(ids).toEqual([yesterday.id, oldest.id])
  expect(ids).not.toContain(longAgo.id)
})

const at = (actor: Actor) => town.contextOf(actor)

const aStartedSession = async () =>
  town.aSession({ offer: await town.anOffer(), at: '08:30', until: '10:00' })

const counts = (
  actor: Actor,
  session: TownSession,
  { adults = 1, seenVersion = 0, renderingKey = randomUUID() as string } = {},
): Promise<CountOutcome> =>
  countHeads(at(actor), { sessionId: session.id, heads: { ...nobody, adults }, seenVersion, renderingKey })

const leaderOf = ({ offerId }: TownSession): Actor => ({
  ...{ kind: 'staff', accountId: 'leader', name: 'Kursleitung', ledOffers: [offerId], supportedCentres: [] },
  memberships: [{ role: 'course-leader', centreId: town.westend.id, providerId: town.westend.providerId }],
})

const holding = (role: 'provider-manager' | 'city-office' | 'administrator'): Actor => ({
  ...{ kind: 'staff', accountId: role, name: role, ledOffers: [], supportedCentres: [] },
  memberships: [
    role === 'provider-manager'
      ? { role, providerId: town.westend.providerId, centreId: null }
      : { role, providerId: null, centreId: null },
  ],
})
