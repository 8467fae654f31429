import { planJointActivity } from '../../src/joint-activities/index.ts'
import { inTransaction } from '../../src/platform/database/transaction.ts'
import { aFamily, joins, leadOf } from './families.ts'
import { type Town, type TownSession, townNow } from './town.ts'

type Planned = {
  minimum?: number | null
  daysBefore?: number | null
  /** How many of each thing are needed, by its German name. */
  things?: Record<string, number>
  places?: number
  on?: string
}

/** A picnic at the KiEZ Westend on Saturday, 5 December, from 11 to 14 o'clock, planned by its lead. */
export const aPicnic = async (
  town: Town,
  { minimum = 3, daysBefore = 2, things = {}, places = 20, on = '2026-12-05' }: Planned = {},
  now = townNow,
) => {
  const joining = { registration: 'session', counts: 'household', places } as const
  const offer = await town.anOffer({ title: 'Picknick', kind: 'activity', format: 'event', ...joining })
  const session = await town.aSession({ offer, on, at: '11:00', until: '14:00' })
  const lead = town.contextOf(leadOf(town.westend), now)
  const planned = await planJointActivity(lead, offer.slug ?? '', {
    ...{ minimum, daysBefore: minimum === null ? null : daysBefore },
    meetingPoint: { de: 'An der großen Pappel', en: '', ar: '' },
    things: Object.entries(things).map(([de, needed]) => ({ id: '', name: { de, en: '', ar: '' }, needed })),
  })
  if (planned.outcome !== 'planned') throw new Error(planned.outcome)
  return { offer: { ...offer, slug: offer.slug ?? '' }, session }
}

/** Families with a place, each with e-mail unless told. */
export const familiesAt = async (town: Town, session: TownSession, ...called: string[]) => {
  const joined = []
  for (const name of called) joined.push(await joins(town, session, aFamily(name)))
  return joined
}

/** The ids of things by their German names. */
export const thingsNamed = async (town: Town, offerId: string, ...names: string[]) => {
  const rows = await inTransaction(town.contextOf({ kind: 'system' }), tx =>
    tx.selectFrom('thingTexts').select(['thingId', 'name']).where('offerId', '=', offerId).execute(),
  )
  return names.map(name => rows.find(row => row.name === name)?.thingId ?? '')
}
