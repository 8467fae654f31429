import { describe, expect, test } from 'vitest'
import { aFamily, joins, leadOf } from '../../../tests/support/families.ts'
import { aPicnic, familiesAt } from '../../../tests/support/joint.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown, type TownSession } from '../../../tests/support/town.ts'
import { webForTest } from '../../../tests/support/web.ts'
import { planJointActivity } from '../../joint-activities/index.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { NotAllowed, NotFound } from '../../platform/refusals.ts'
import { decideJointActivities, letTakePlace } from './decide-joint-activities.ts'

const database = await databaseForThisFile()
const town = await aTown(database)

/** Two days before Saturday, 5 December, at noon in Berlin. */
const noon = '2026-12-03T11:00:00Z'

describe('on the day of decision', () => {
  test('a date with too few families is called off and everybody told, whoever waits too', async () => {
    const { session } = await aPicnic(town, { minimum: 3, places: 2 })
    await familiesAt(town, session, 'Novak')
    await joins(town, session, aFamily('Yıldız', { contact: { kind: 'phone', phone: '+49 611 1234' } }))
    await joins(town, session, aFamily('Okafor'))
    await decideAt('2026-12-03T10:59:59Z')
    expect(await stateOf(session)).toMatchObject({ state: 'planned' })

    await decideAt(noon)
    expect(await stateOf(session)).toMatchObject({
      ...{ state: 'cancelled', cancelReason: 'too-few', outcome: 'too-few', families: 2, isByItself: true },
    })
    expect(await newsOf(session)).toEqual([
      ...[
        { kind: 'session-cancelled', channel: 'email' },
        { kind: 'session-cancelled', channel: 'email' },
      ],
      { kind: 'session-cancelled', channel: 'phone' },
    ])
    await expect(joins(town, session, aFamily('Zu spät'))).rejects.toThrow('stopped')
  })

  test('with enough families it takes place; by e-mail they hear it, and nobody is called for it', async () => {
    const { session } = await aPicnic(town, { minimum: 2 })
    await familiesAt(town, session, 'Novak')
    await joins(town, session, aFamily('Yıldız', { contact: { kind: 'phone', phone: '+49 611 1234' } }))
    await decideAt(noon)
    expect(await stateOf(session)).toMatchObject({ state: 'planned', outcome: 'enough', families: 2 })
    expect(await newsOf(session)).toEqual([{ kind: 'session-takes-place', channel: 'email' }])
  })

  test('however many processes look at once, and however often, it is decided once', async () => {
    const { session } = await aPicnic(town, { minimum: 3 })
    await familiesAt(town, session, 'Novak', 'Okafor')
    await Promise.all([decideAt(noon), decideAt(noon), decideAt(noon)])
    await decideAt('2026-12-03T11:05:00Z')
    expect(await newsOf(session)).toHaveLength(2)
    expect(await tracesOf(session)).toEqual(['joint-activity.decided', 'session.cancelled'])
  })

  test('families that cancel afterwards do not undo it', async () => {
    const { session } = await aPicnic(town, { minimum: 2 })
    await familiesAt(town, session, 'Novak', 'Okafor')
    await decideAt(noon)
    await asSystem(tx =>
      tx
        .updateTable('registrations')
        .set({ state: 'cancelled', endedAt: Temporal.Instant.from(noon) })
        .where('intakeId', '=', session.intakeId ?? '')
        .execute(),
    )
    await decideAt('2026-12-03T12:00:00Z')
    expect(await stateOf(session)).toMatchObject({ state: 'planned', outcome: 'enough' })
  })

  test('found late, it is still decided before the start, and never after it', async () => {
    const late = await aPicnic(town)
    await decideAt('2026-12-05T09:59:00Z')
    expect(await stateOf(late.session)).toMatchObject({ state: 'cancelled' })
    const over = await aPicnic(town)
    await decideAt('2026-12-05T10:00:00Z')
    expect(await stateOf(over.session)).toMatchObject({ state: 'planned', outcome: null })
  })

  test('on the day on which the clocks go forward it is noon there, not an hour before or after', async () => {
    const { session } = await aPicnic(town, { minimum: 2, daysBefore: 1, on: '2027-03-29' })
    await decideAt('2027-03-28T09:59:59Z')
    expect(await stateOf(session)).toMatchObject({ state: 'planned' })
    await decideAt('2027-03-28T10:00:00Z')
    expect(await stateOf(session)).toMatchObject({ state: 'cancelled' })
  })

  test('nothing is called off whose day was over when somebody set the minimum, or without a minimum', async () => {
    const afterwards = Temporal.Instant.from('2026-12-04T08:00:00Z')
    const { session } = await aPicnic(town, { minimum: 5 }, afterwards)
    const open = await aPicnic(town, { minimum: null })
    await decideAt('2026-12-04T09:00:00Z')
    expect(await stateOf(session)).toMatchObject({ state: 'planned', outcome: null })
    expect(await stateOf(open.session)).toMatchObject({ state: 'planned', outcome: null })
  })

  test('only jobs decide by the rule', async () => {
    await expect(decideJointActivities(lead())).rejects.toBeInstanceOf(NotAllowed)
  })
})

describe('the lead', () => {
  test('lets it take place with too few, and the day changes nothing any more', async () => {
    const { session } = await aPicnic(town, { minimum: 5 })
    await familiesAt(town, session, 'Novak')
    expect(await letTakePlace(lead(), session.id)).toMatchObject({ outcome: 'takes-place' })
    await decideAt(noon)
    expect(await stateOf(session)).toMatchObject({ state: 'planned', outcome: 'anyway', isByItself: false })
    expect(await newsOf(session)).toEqual([{ kind: 'session-takes-place', channel: 'email' }])
    expect(await letTakePlace(lead(), session.id)).toMatchObject({ outcome: 'already-decided' })
  })

  test('of another centre may not', async () => {
    const { session } = await aPicnic(town)
    const other = town.contextOf(leadOf(town.dotzheim))
    await expect(letTakePlace(other, session.id)).rejects.toBeInstanceOf(NotFound)
    expect(await stateOf(session)).toMatchObject({ outcome: null })
  })

  test('finds on her start page what lacks families, and what was called off by itself', async () => {
    const { session } = await aPicnic(town, { minimum: 3 })
    await familiesAt(town, session, 'Novak')
    const start = async (at: string) => {
      const web = webForTest(database, { as: leadOf(town.westend), now: Temporal.Instant.from(at) })
      const page = await (await web.get('/de/staff')).text()
      await web.close()
      return page
    }
    expect(await start('2026-12-01T08:00:00Z')).toContain('Familien fehlen noch:')
    await decideAt(noon)
    expect(await start('2026-12-03T12:00:00Z')).toContain('Von selbst abgesagt, zu wenige:')
  })
})

describe('families read', () => {
  test.each([
    [1, 'Noch fehlen Familien'],
    [3, 'Es fehlt nicht mehr viel'],
    [5, 'Es sind genug dabei'],
  ])('with %i of 5 families: %s, and never who or how many', async (count, words) => {
    const { session, offer } = await aPicnic(town, { minimum: 5, things: { Salat: 2 } })
    await familiesAt(town, session, ...Array.from({ length: count }, (_, index) => `Heimlich ${index}`))
    for (const address of [`/de/offers/${offer.slug}`, `/de/sessions/${session.id}`]) {
      const page = await publicPage(address)
      expect(page).toContain('An der großen Pappel')
      expect(page).toContain(
        'Findet ab 5 Familien statt. Das entscheidet sich am Donnerstag, 3. Dezember um 12:00.',
      )
      expect(page).toContain(words)
      expect(page).toContain('Salat')
      expect(page).not.toContain('Heimlich')
    }
  })

  test('in another language what there is, and nothing once the minimum is gone', async () => {
    const { session, offer } = await aPicnic(town, { minimum: 2 })
    expect(await publicPage(`/ar/sessions/${session.id}`)).toContain('يُقام ابتداءً من عائلتين')
    const nothing = { de: '', en: '', ar: '' }
    const plan = { minimum: null, daysBefore: null, meetingPoint: nothing, things: [] }
    await planJointActivity(lead(), offer.slug, plan)
    expect(await publicPage(`/de/sessions/${session.id}`)).not.toContain('Gemeinsam unterwegs')
  })
})

const lead = () => town.contextOf(leadOf(town.westend))

const decideAt = (at: string) =>
  decideJointActivities(town.contextOf({ kind: 'system' }, Temporal.Instant.from(at)))

const asSystem = <Found>(work: Parameters<typeof inTransaction<Found>>[1]) =>
  inTransaction(town.contextOf({ kind: 'system' }), work)

const stateOf = ({ id }: TownSession) =>
  asSystem(tx =>
    tx
      .selectFrom('sessions')
      .leftJoin('jointDecisions', 'jointDecisions.sessionId', 'sessions.id')
      .select(['state', 'cancelReason', 'outcome', 'families', 'isByItself'])
      .where('sessions.id', '=', id)
      .executeTakeFirstOrThrow(),
  )

const newsOf = ({ intakeId = '' }: TownSession) =>
  asSystem(tx =>
    tx
      .selectFrom('messages')
      .innerJoin('registrations', 'registrations.id', 'messages.registrationId')
      .select(['messages.kind', 'messages.channel'])
      .where('registrations.intakeId', '=', intakeId)
      .where('messages.kind', 'in', ['session-cancelled', 'session-takes-place'])
      .orderBy('messages.channel')
      .execute(),
  )

const tracesOf = async ({ id }: TownSession) => {
  const rows = await asSystem(tx =>
    tx.selectFrom('auditEntries').select('action').where('subjectId', '=', id).orderBy('action').execute(),
  )
  return rows.map(({ action }) => action)
}

const publicPage = async (address: string) => {
  const web = webForTest(database)
  const page = await (await web.get(address)).text()
  await web.close()
  return page
}
