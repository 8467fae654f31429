import { randomUUID } from 'node:crypto'
import { actingAs, type City, contextFor } from '../src/identity/index.ts'
import type { Database, Tx } from '../src/platform/database/connect.ts'
import { inTransaction } from '../src/platform/database/transaction.ts'
import { foundTown } from '../tests/support/found-town.ts'

export type BenchTown = Awaited<ReturnType<typeof aSmallTown>>

/** A city with two centres, where a session with places can be opened as often as a measurement needs one. */
export async function aSmallTown(db: Database) {
  const city: City = {
    ...{ id: randomUUID(), slug: 'kleinstadt', timeZone: 'Europe/Berlin', country: 'DE', state: 'HE' },
    ...{ colour: '#0a5560', leaveTo: 'https://www.tagesschau.de/' },
    languages: ['de', 'en', 'ar'],
    names: { de: { name: 'KiEZ Kleinstadt', place: 'Kleinstadt' } },
  }
  const system = () =>
    contextFor({ city, actor: { kind: 'system' }, db, now: Temporal.Now.instant(), language: 'de' })
  const { westend, dotzheim } = await inTransaction(system(), tx =>
    foundTown(tx, city, 'kleinstadt.localhost'),
  )
  const keys = { cityId: city.id, providerId: westend.providerId, centreId: westend.id }

  /** A published session in two weeks; returns what families register for. */
  const aSession = (places: number) =>
    inTransaction(system(), async tx => {
      const offer = await tx
        .insertInto('offers')
        .values({
          ...{ ...keys, slug: `gruppe-${randomUUID().slice(0, 8)}`, state: 'published', kind: 'encounter' },
          ...{ format: 'event', registration: 'session', counts: 'household', places },
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      const texts = { language: 'de', title: 'Zirkusnachmittag', state: 'original' } as const
      await tx
        .insertInto('offerTexts')
        .values({ cityId: city.id, offerId: offer.id, ...texts })
        .execute()
      const heldOn = Temporal.Now.plainDateISO().add({ days: 14 })
      const starts = Temporal.PlainTime.from('15:00')
      const startsAt = heldOn.toZonedDateTime({ timeZone: city.timeZone, plainTime: starts }).toInstant()
      const session = await tx
        .insertInto('sessions')
        .values({ ...keys, offerId: offer.id, heldOn, starts, startsAt })
        .returning('id')
        .executeTakeFirstOrThrow()
      const intake = await tx
        .insertInto('intakes')
        .values({
          ...{ ...keys, offerId: offer.id, sessionId: session.id, startsAt },
          ...{ ageOn: heldOn, lastOn: heldOn, closesAt: startsAt },
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('intakeLimits')
        .values({ cityId: city.id, intakeId: intake.id, unit: 'household', places })
        .execute()
      return intake.id
    })

  return {
    aSession,
    ...{ cityId: city.id, westend, dotzheim },
    /** Writes what a measurement needs, as the system may. */
    write: <Written>(work: (tx: Tx) => Promise<Written>) => inTransaction(system(), work),
    desk: () => actingAs(system(), { kind: 'desk', centreId: westend.id, providerId: westend.providerId }),
    /** Who registered, in the order of the list. */
    list: (intakeId: string) =>
      inTransaction(system(), tx =>
        tx
          .selectFrom('registrations')
          .select(['id', 'state'])
          .where('intakeId', '=', intakeId)
          .orderBy('joinedAt')
          .orderBy('id')
          .execute(),
      ),
  }
}
