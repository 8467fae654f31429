import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { aFamily, asksToJoin, atTheDesk, joins, leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, type TownSession, townNow } from '../../tests/support/town.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { cancel } from './cancel.ts'
import { change } from './change.ts'
import { changePlaces } from './change-places.ts'
import { listRegistrations } from './list-registrations.ts'
import { offerByHand } from './offer-by-hand.ts'

// Situations in which waiting lists of other products went wrong; each name says what must happen here.

const database = await databaseForThisFile()
const town = await aTown(database)
const lead = town.contextOf(leadOf(town.westend))

describe('more places', () => {
  test('WL04: seven new places go to the first seven of ten in line; a second run gives none', async () => {
    const session = await aGroup({ places: 0, counts: 'household' })
    const line = await familiesJoin(session, 10)
    await changePlaces(lead, session.intakeId ?? '', 'household', 7)
    const states = await statesOf(line)
    expect(states).toEqual([...Array(7).fill('offered'), ...Array(3).fill('waiting')])
    await changePlaces(lead, session.intakeId ?? '', 'household', 7)
    expect(await statesOf(line)).toEqual(states)
  })

  test('WL31: twenty places, one kept back by staff: given free, the waiting family is offered it', async () => {
    const session = await aGroup({ places: 2, counts: 'household' })
    const [, , waiting = ''] = await familiesJoin(session, 3)
    await changePlaces(lead, session.intakeId ?? '', 'household', 3)
    expect(await statesOf([waiting])).toEqual(['offered'])
  })

  test('WL17: with a room and a limit for babies nobody is offered until both have room, and the list says which is full', async () => {
    const baby = { bornIn: '2026-05-01' }
    const session = await aGroup({ places: 2, babyPlaces: 1 })
    const first = await joins(town, session, aFamily('Kaya', baby))
    const second = await joins(town, session, aFamily('Weber'))
    const waiting = await joins(town, session, aFamily('Novak', baby))
    await cancel(atTheDesk(town), second.registrationId)
    expect(await statesOf([waiting.registrationId])).toEqual(['waiting'])
    const { lines } = await listRegistrations(lead, session.intakeId ?? '')
    expect(lines.find(({ id }) => id === waiting.registrationId)?.waits).toMatchObject({
      ...{ why: 'no-place', missing: ['baby'] },
    })
    await cancel(atTheDesk(town), first.registrationId)
    expect(await statesOf([waiting.registrationId])).toEqual(['offered'])
  })
})

describe('offering by hand', () => {
  test('WL07: where there is no place at all is refused', async () => {
    const session = await aGroup({ places: 0 })
    const [waiting = ''] = await familiesJoin(session, 1)
    expect(await offerByHand(lead, waiting)).toEqual({ outcome: 'no-place', missing: ['child'] })
  })

  test('WL08: twice is refused', async () => {
    const { waiting } = await aFreedPlace()
    expect(await offerByHand(lead, waiting)).toEqual({ outcome: 'already-offered' })
  })

  test('WL14: to one more than is free is refused: open offers count as taken', async () => {
    const { session } = await aFreedPlace()
    const late = await joins(town, session, aFamily('Spät'))
    expect(late.outcome).toBe('waiting')
    expect(await offerByHand(lead, late.registrationId)).toEqual({ outcome: 'no-place', missing: ['child'] })
  })

  test('the last place to two families at the same moment reaches one of them', async () => {
    const session = await aGroup({ places: 1, waitingRule: 'strict-order' })
    const first = await joins(town, session, aFamily('Erste'))
    await joins(town, session, aFamily('Große', { children: 2 }), townNow.add({ seconds: 1 }))
    const two = [
      await joins(town, session, aFamily('Eins'), townNow.add({ seconds: 2 })),
      await joins(town, session, aFamily('Zwei'), townNow.add({ seconds: 3 })),
    ]
    await cancel(atTheDesk(town), first.registrationId)
    const outcomes = await Promise.all(
      two.map(({ registrationId }) => offerByHand(lead, registrationId, 'Umzug')),
    )
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['no-place', 'offered'])
  })
})

describe('in a full group', () => {
  test('Q08: a name is corrected, and the place goes to the sister, without a new place', async () => {
    const session = await aGroup({ places: 1 })
    const { registrationId } = await joins(town, session, aFamily('Yildiz'))
    const sister = { firstName: 'Elif', bornIn: Temporal.PlainDate.from('2024-02-01') }
    const outcome = await change(atTheDesk(town), registrationId, {
      ...{ called: 'Yıldız', contact: { kind: 'none' } },
      party: { adults: 1, children: [sister] },
    })
    expect(outcome).toEqual({ outcome: 'changed' })
    expect(await takenPlaces(session)).toBe(1)
  })

  test('one child more has no room, and everything stays as it was', async () => {
    const session = await aGroup({ places: 1 })
    const family = aFamily('Yıldız')
    const { registrationId } = await joins(town, session, family)
    const party = {
      ...family.party,
      children: [...family.party.children, ...aFamily('Zweites').party.children],
    }
    expect(await change(atTheDesk(town), registrationId, { ...family, party })).toEqual({
      outcome: 'no-room',
    })
    expect(await takenPlaces(session)).toBe(1)
  })

  test('Q07: a full room does not stop a family that needs none of the full places', async () => {
    const session = await aGroup({ places: 5, babyPlaces: 0 })
    expect((await joins(town, session, aFamily('Ohne Baby'))).outcome).toBe('confirmed')
    expect((await asksToJoin(town, session, aFamily('Mit Baby', { bornIn: '2026-05-01' }))).outcome).toBe(
      'waiting',
    )
  })

  test('WL20: parents hold no place of their own where children are counted, and come in with their child', async () => {
    const session = await aGroup({ places: 1 })
    const { registrationId } = await joins(town, session, aFamily('Kind', { adults: 2 }))
    expect(await takenPlaces(session)).toBe(1)
    await cancel(atTheDesk(town), registrationId)
    expect(await takenPlaces(session)).toBe(0)
  })
})

const aGroup = async (offer: Parameters<typeof town.anOffer>[0]) =>
  town.aSession({
    offer: await town.anOffer({ registration: 'session', counts: 'child', ...offer }),
    on: '2026-12-07',
  })

const familiesJoin = async (session: TownSession, count: number) => {
  const ids: string[] = []
  for (let index = 0; index < count; index++) {
    const joined = await joins(town, session, aFamily(`Familie ${index}`), townNow.add({ seconds: index }))
    ids.push(joined.registrationId)
  }
  return ids
}

/** One place, just given back and offered to the family that waited. */
const aFreedPlace = async () => {
  const session = await aGroup({ places: 1 })
  const [first = '', waiting = ''] = await familiesJoin(session, 2)
  await cancel(atTheDesk(town), first)
  return { session, waiting }
}

const statesOf = async (ids: string[]) => {
  const { rows } = await asSystem(sql<{ id: string; state: string }>`
    select id, state from registrations where id = any (${ids}::uuid[])`)
  return ids.map(id => rows.find(row => row.id === id)?.state)
}

const takenPlaces = async ({ intakeId = '' }) => {
  const { rows } = await asSystem(sql<{ taken: number }>`
    select taken from intake_limits where intake_id = ${intakeId} and unit = 'child'`)
  return rows[0]?.taken
}

const asSystem = <Row>(query: ReturnType<typeof sql<Row>>) =>
  inTransaction(town.contextOf({ kind: 'system' }), tx => query.execute(tx))
