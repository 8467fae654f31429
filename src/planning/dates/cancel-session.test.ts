import { describe, expect, test } from 'vitest'
import { aFamily, joins, leadOf } from '../../../tests/support/families.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown, type TownSession, townNow } from '../../../tests/support/town.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { cancelSession, previewCancelling, whyNotCancel } from './cancel-session.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const lead = town.contextOf(leadOf(town.westend))
const withPlaces = { registration: 'session', counts: 'child', places: 2 } as const

describe('cancelling a session', () => {
  test('tells every family that holds or waits for a place, and says how many are to be called', async () => {
    const session = await aSessionWithFamilies()
    const told = { byMail: 1, toCall: 1, notReached: 1 }
    expect((await previewCancelling(lead, session.id)).told).toEqual(told)

    expect(await cancel(session)).toEqual({ outcome: 'cancelled', ...told })
    expect(await newsOf(session)).toEqual([
      { channel: 'email', facts: { reason: 'illness', note: 'Nächste Woche wieder' } },
      { channel: 'paper', facts: { reason: 'illness', note: 'Nächste Woche wieder' } },
      { channel: 'phone', facts: { reason: 'illness', note: 'Nächste Woche wieder' } },
    ])
    expect(await stored(session)).toMatchObject({ state: 'cancelled', cancelReason: 'illness' })
  })

  test('of a course leaves the course open and tells its families of the one date', async () => {
    const offer = await town.anOffer({ ...withPlaces, registration: 'course' })
    const first = await town.aSession({ offer, on: '2026-11-24' })
    const second = await town.aSession({ offer, on: '2026-12-01' })
    await joins(town, first, aFamily('Novak'))
    expect(await cancel(second)).toMatchObject({ byMail: 1 })
    await joins(town, first, aFamily('Yıldız'))
    expect((await stored(first)).state).toBe('planned')
  })

  test('to which one just comes tells nobody', async () => {
    const session = await town.aSession({ offer: await town.anOffer() })
    expect(await cancel(session)).toEqual({ outcome: 'cancelled', byMail: 0, toCall: 0, notReached: 0 })
  })

  test('twice tells nobody twice', async () => {
    const session = await aSessionWithFamilies()
    await cancel(session)
    expect(await cancel(session)).toEqual({ outcome: 'already-cancelled' })
    expect(await newsOf(session)).toHaveLength(3)
  })

  test('leaves a trace, without the words', async () => {
    const session = await town.aSession({ offer: await town.anOffer() })
    await cancel(session)
    expect(await tracesOf(session)).toEqual([
      { accountId: 'lead', action: 'session.cancelled', fields: ['state', 'cancel_reason', 'cancel_note'] },
    ])
  })
})

test.each([
  ['planned and to come', 'planned', '2026-11-23T09:00:00Z', null, undefined],
  ['planned and running', 'planned', '2026-11-23T07:30:00Z', '2026-11-23T09:00:00Z', undefined],
  ['planned and past', 'planned', '2026-11-23T06:00:00Z', '2026-11-23T07:00:00Z', 'over'],
  ['begun without an end', 'planned', '2026-11-23T07:59:00Z', null, 'over'],
  ['cancelled', 'cancelled', '2026-11-23T09:00:00Z', null, 'already-cancelled'],
] as const)('a date that is %s: %s', (_, state, startsAt, endsAt, obstacle) => {
  const moments = {
    startsAt: Temporal.Instant.from(startsAt),
    endsAt: endsAt === null ? null : Temporal.Instant.from(endsAt),
  }
  expect(whyNotCancel({ state, ...moments }, townNow)).toBe(obstacle)
})

const cancel = ({ id }: TownSession) =>
  cancelSession(lead, { sessionId: id, reason: 'illness', note: 'Nächste Woche wieder' })

/** Two families have a place, one waits; one has e-mail, one a telephone, one neither. */
async function aSessionWithFamilies() {
  const session = await town.aSession({ offer: await town.anOffer(withPlaces), on: '2026-11-30' })
  await joins(town, session, aFamily('Novak'))
  await joins(town, session, aFamily('Yıldız', { contact: { kind: 'phone', phone: '+49 611 1234' } }))
  await joins(town, session, aFamily('Okafor', { contact: { kind: 'none' } }))
  return session
}

const asSystem = <Found>(work: Parameters<typeof inTransaction<Found>>[1]) =>
  inTransaction(town.contextOf({ kind: 'system' }), work)

const stored = ({ id }: TownSession) =>
  asSystem(tx => tx.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirstOrThrow())

const newsOf = async ({ intakeId = '' }: TownSession) => {
  const messages = await asSystem(tx =>
    tx
      .selectFrom('messages')
      .innerJoin('registrations', 'registrations.id', 'messages.registrationId')
      .select(['messages.channel', 'messages.facts'])
      .where('registrations.intakeId', '=', intakeId)
      .where('messages.kind', '=', 'session-cancelled')
      .orderBy('messages.channel')
      .execute(),
  )
  return messages.map(({ channel, facts }) => {
    const { reason, note } = facts as { reason: string; note: string }
    return { channel, facts: { reason, note } }
  })
}

const tracesOf = ({ id }: TownSession) =>
  asSystem(tx =>
    tx
      .selectFrom('auditEntries')
      .select(['accountId', 'action', 'fields'])
      .where('subjectId', '=', id)
      .execute(),
  )
