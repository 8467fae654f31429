import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import { afterAll } from 'vitest'
import { type Actor, type City, type Context, contextFor } from '../../src/identity/index.ts'
import { connect, type Tx } from '../../src/platform/database/connect.ts'
import type { DB } from '../../src/platform/database/schema.ts'
import { inTransaction } from '../../src/platform/database/transaction.ts'
import { foundTown, type TownCentre } from './found-town.ts'
import type { TestDatabase } from './server.ts'

export type Town = Awaited<ReturnType<typeof aTown>>
export type TownOffer = Insertable<DB['offers']> & { id: string; title: string }
export type TownSession = { id: string; offerId: string; startsAt: Temporal.Instant; intakeId?: string }

/** Time stands still on Monday, 23 November 2026, 9:00 in Berlin, unless a test moves it. */
export const townNow = Temporal.Instant.from('2026-11-23T08:00:00Z')

/**
 * A small town one can believe in: Westend with the KiEZ of the AWO (DSGVO), Dotzheim with that of the Caritas
 * (KDG). It has no offers until `anOffer` and `aSession` add them; another `slug` makes another city.
 */
export async function aTown(
  database: TestDatabase,
  {
    slug = 'kleinstadt',
    languages = ['de', 'en', 'ar'],
  }: { slug?: string; languages?: City['languages'] } = {},
) {
  const db = connect(database.app, { connections: 4 })
  afterAll(() => db.destroy())
  const city: City = {
    id: randomUUID(),
    slug,
    timeZone: 'Europe/Berlin',
    country: 'DE',
    state: 'HE',
    languages,
    colour: '#0a5560',
    leaveTo: 'https://www.tagesschau.de/',
    names: {
      de: { name: 'KiEZ Kleinstadt', place: 'Kleinstadt' },
      en: { name: 'KiEZ Kleinstadt', place: 'Kleinstadt' },
      ar: { name: 'مراكز KiEZ', place: 'كلاينشتات' },
    },
  }
  const host = `${slug}.localhost`
  const contextOf = (actor: Actor, now = townNow): Context =>
    contextFor({ city, actor, db, now, language: 'de' })
  const system = contextOf({ kind: 'system' })
  const { westend, dotzheim, districts } = await inTransaction(system, tx => foundTown(tx, city, host))

  /** A published offer at the KiEZ Westend, to which one just comes, unless the test says otherwise. */
  const anOffer = ({ centre = westend, title = 'Krabbelgruppe', texts = {}, ...given }: OfferGiven = {}) =>
    inTransaction(system, async (tx): Promise<TownOffer> => {
      const offer = { ...justCome, ...given, slug: given.slug ?? freshSlug(title), ...keysOf(city, centre) }
      const { id } = await tx.insertInto('offers').values(offer).returning('id').executeTakeFirstOrThrow()
      const written: Texts = { de: { title }, ...texts }
      for (const [language, text] of Object.entries(written)) {
        const state = language === 'de' ? 'original' : 'translated'
        await tx
          .insertInto('offerTexts')
          .values({ cityId: city.id, offerId: id, language, state, ...text })
          .execute()
      }
      return { ...offer, id, title }
    })

  /** A date of an offer: today at 9:30 until 11:00 unless told, with its places if one registers. */
  const aSession = (given: SessionGiven) =>
    inTransaction(system, async (tx): Promise<TownSession> => {
      const session = sessionOf(given, city)
      const { id } = await tx.insertInto('sessions').values(session).returning('id').executeTakeFirstOrThrow()
      const intakeId = await openIntake(tx, given, { ...session, id })
      const kept = { id, offerId: given.offer.id, startsAt: session.startsAt }
      return intakeId ? { ...kept, intakeId } : kept
    })

  return { city, host, db, westend, dotzheim, districts, contextOf, anOffer, aSession }
}

type Texts = Record<string, { title: string; summary?: string; body?: string }>

type OfferGiven = Partial<Omit<Insertable<DB['offers']>, 'cityId' | 'centreId' | 'providerId'>> & {
  centre?: TownCentre
  title?: string
  texts?: Texts
}

type SessionGiven = {
  offer: TownOffer
  on?: string
  at?: string
  /** Null where it ends when the last family leaves. */
  until?: string | null
  cancelled?: 'illness' | 'no-leader' | 'too-few' | 'building' | 'weather' | 'other'
  cancelNote?: string
  /** What is not as the offer says on that day. */
  own?: Pick<
    Insertable<DB['sessions']>,
    'movedFrom' | 'ownPlace' | 'ownLeader' | 'ownPlaces' | 'ownLanguages' | 'ownEases'
  >
  opensAt?: Temporal.Instant
}

const justCome = {
  state: 'published',
  kind: 'encounter',
  format: 'drop-in',
  topics: ['baby', 'play'],
  languages: ['de'],
  // Some days before time stood still, whatever the day is outside.
  checkedOn: Temporal.PlainDate.from('2026-11-19'),
} satisfies Partial<Insertable<DB['offers']>>

const keysOf = (city: City, centre: TownCentre) => ({
  cityId: city.id,
  centreId: centre.id,
  providerId: centre.providerId,
})

let slugs = 0
const freshSlug = (title: string) => `${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${++slugs}`

function sessionOf(
  { offer, on = '2026-11-23', at = '09:30', until = '11:00', cancelled, cancelNote = '', own }: SessionGiven,
  { timeZone }: City,
) {
  const heldOn = Temporal.PlainDate.from(on)
  const starts = Temporal.PlainTime.from(at)
  const ends = until === null ? null : Temporal.PlainTime.from(until)
  const momentOf = (plainTime: Temporal.PlainTime) =>
    heldOn.toZonedDateTime({ timeZone, plainTime }).toInstant()
  const cancellation = {
    state: 'cancelled' as const,
    cancelReason: cancelled,
    cancelNote,
    cancelledAt: townNow,
  }
  return {
    cityId: offer.cityId,
    providerId: offer.providerId,
    centreId: offer.centreId,
    offerId: offer.id,
    heldOn,
    starts,
    ends,
    startsAt: momentOf(starts),
    endsAt: ends && momentOf(ends),
    ...(cancelled && cancellation),
    ...own,
  }
}

/** What one registers for: the session, or the course from its first session on. */
async function openIntake(
  tx: Tx,
  { offer, opensAt }: SessionGiven,
  session: ReturnType<typeof sessionOf> & { id: string },
) {
  if (!offer.registration || offer.registration === 'none') return undefined
  const { cityId, providerId, centreId, heldOn, startsAt } = session
  const intake = await tx
    .insertInto('intakes')
    .values({
      cityId,
      providerId,
      centreId,
      offerId: offer.id,
      sessionId: offer.registration === 'session' ? session.id : null,
      startsAt,
      ageOn: heldOn,
      lastOn: heldOn,
      opensAt: opensAt ?? null,
      closesAt: startsAt.subtract({ hours: offer.closesHoursBefore ?? 0 }),
    })
    .onConflict(conflict =>
      conflict.columns(['cityId', 'offerId', 'sessionId']).doUpdateSet({ lastOn: heldOn }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  const limits: Pick<Insertable<DB['intakeLimits']>, 'unit' | 'places'>[] = [
    { unit: offer.counts ?? 'child', places: offer.places ?? 10 },
  ]
  if (offer.babyPlaces != null) limits.push({ unit: 'baby', places: offer.babyPlaces })
  await tx
    .insertInto('intakeLimits')
    .values(limits.map(limit => ({ ...limit, cityId, intakeId: intake.id })))
    .onConflict(conflict => conflict.doNothing())
    .execute()
  return intake.id
}
