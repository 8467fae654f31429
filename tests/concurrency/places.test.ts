import { sql } from 'kysely'
import { describe, expect, test, vi } from 'vitest'
import { inTransaction } from '../../src/platform/database/transaction.ts'
import { answerOffer, cancel, expireOffers } from '../../src/registration/index.ts'
import { aFamily, asksToJoin, atTheDesk, joins } from '../support/families.ts'
import { databaseForThisFile } from '../support/server.ts'
import { aTown, townNow } from '../support/town.ts'

// A city is served by several processes, and what one process does together is not what keeps places safe: here
// everybody comes alone.
vi.mock('../../src/registration/serve-in-groups.ts', () => ({
  serveInGroups: (serve: (group: unknown[]) => Promise<unknown[]>) => async (_: string, family: unknown) =>
    (await serve([family]))[0],
}))

const database = await databaseForThisFile()
const town = await aTown(database)

describe('many families at once', () => {
  test('Q01: fifty families ask for the last place: one has it, forty-nine wait', async () => {
    const session = await aGroup(1)
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, index) => joins(town, session, aFamily(`Familie ${index}`))),
    )
    expect(outcomes.filter(({ outcome }) => outcome === 'confirmed')).toHaveLength(1)
    expect(outcomes.filter(({ outcome }) => outcome === 'waiting')).toHaveLength(49)
  })

  test('Q02: the same form sent twice at the same moment is one registration', async () => {
    const session = await aGroup(5)
    const family = aFamily('Doppel')
    const outcomes = await Promise.all([asksToJoin(town, session, family), asksToJoin(town, session, family)])
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['already-sent', 'confirmed'])
  })

  test('WL29: two cancel at the same moment: two different families are offered the places', async () => {
    const { confirmed, waiting } = await aFullGroup({ places: 2, waiting: 2 })
    await Promise.all(confirmed.map(id => cancel(atTheDesk(town), id)))
    expect(await statesOf(waiting)).toEqual(['offered', 'offered'])
  })

  test('WL13: an answer and the expiry in the same second have exactly one outcome', async () => {
    for (let round = 0; round < 10; round++) {
      const { confirmed, waiting } = await aFullGroup({ places: 1, waiting: 2 })
      await cancel(atTheDesk(town), confirmed[0] ?? '')
      const [first = '', second = ''] = waiting
      const end = townNow.add({ hours: 48 })
      const answers = () => answerOffer(atTheDesk(town, end.subtract({ seconds: 1 })), first, 'accept')
      const expires = () => expireOffers(town.contextOf({ kind: 'system' }, end))
      const answersFirst = round % 2 === 0
      const begun = answersFirst ? undefined : expires()
      const [{ outcome }] = await Promise.all([answers(), begun ?? expires()])
      const states = await statesOf([first, second])
      expect(states).toEqual(outcome === 'accepted' ? ['confirmed', 'waiting'] : ['expired', 'offered'])
    }
  })

  test('joining, cancelling and answering at random never overbooks and never loses a place', async () => {
    const { session, confirmed, waiting } = await aFullGroup({ places: 5, waiting: 10 })
    await Promise.all([
      ...confirmed.map(id => cancel(atTheDesk(town), id)),
      ...waiting.map(id => answerOffer(atTheDesk(town), id, 'accept')),
      ...Array.from({ length: 10 }, (_, index) => joins(town, session, aFamily(`Neu ${index}`))),
    ])
    const { held, taken } = await places(session)
    expect(held).toBe(taken)
    expect(taken).toBe(5)
  })
})

const aGroup = async (places: number) =>
  town.aSession({
    offer: await town.anOffer({ registration: 'session', counts: 'household', places }),
    on: '2026-12-07',
  })

const aFullGroup = async ({ places, waiting }: { places: number; waiting: number }) => {
  const session = await aGroup(places)
  const ids: string[] = []
  for (let index = 0; index < places + waiting; index++) {
    const joined = await joins(town, session, aFamily(`Familie ${index}`), townNow.add({ seconds: index }))
    ids.push(joined.registrationId)
  }
  return { session, confirmed: ids.slice(0, places), waiting: ids.slice(places) }
}

const statesOf = async (ids: string[]) => {
  const { rows } = await asSystem(sql<{ id: string; state: string }>`
    select id, state from registrations where id = any (${ids}::uuid[])`)
  return ids.map(id => rows.find(row => row.id === id)?.state)
}

const places = async ({ intakeId = '' }) => {
  const { rows } = await asSystem(sql<{ held: number; taken: number }>`
    select (select count(*) from registrations where intake_id = ${intakeId} and state in ('confirmed', 'offered')) as held,
      (select taken from intake_limits where intake_id = ${intakeId}) as taken`)
  return rows[0] ?? { held: -1, taken: -2 }
}

const asSystem = <Row>(query: ReturnType<typeof sql<Row>>) =>
  inTransaction(town.contextOf({ kind: 'system' }), tx => query.execute(tx))
