import type { Tx } from '../platform/database/connect.ts'

/** Everything else of a household goes with it, by the foreign keys; the places it held are counted back. */
export const deleteHouseholds = (tx: Tx, cityId: string, today: Temporal.PlainDate, limit: number) =>
  tx
    .deleteFrom('households')
    .where('cityId', '=', cityId)
    .where('id', 'in', households =>
      households
        .selectFrom('households as h')
        .select('h.id')
        .where('h.cityId', '=', cityId)
        .where('h.deleteOn', '<=', today)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('registrations as r')
                .innerJoin('intakes as i', join =>
                  join.onRef('i.cityId', '=', 'r.cityId').onRef('i.id', '=', 'r.intakeId'),
                )
                .select('r.id')
                .whereRef('r.cityId', '=', 'h.cityId')
                .whereRef('r.householdId', '=', 'h.id')
                .where('r.state', 'in', ['confirmed', 'waiting', 'offered'])
                .where('i.lastOn', '>=', today),
            ),
          ),
        )
        .orderBy('h.id')
        .limit(limit)
        .forUpdate('h')
        .skipLocked(),
    )
    .returning('providerId')
    .execute()

export const deleteDrafts = (tx: Tx, cityId: string, now: Temporal.Instant, limit: number) =>
  tx
    .deleteFrom('offerDrafts')
    .where('cityId', '=', cityId)
    .where('id', 'in', drafts =>
      drafts
        .selectFrom('offerDrafts')
        .select('id')
        .where('cityId', '=', cityId)
        .where('expiresAt', '<=', now)
        .limit(limit),
    )
    .returning('providerId')
    .execute()

/**
 * Sessions, links and challenges that open nothing any more, and requests that nobody answered. They belong to the
 * instance, not to a city.
 */
export const deleteEndedSignIns = async (tx: Tx, now: Temporal.Instant) => {
  await tx.deleteFrom('identity.sessions').where('expiresAt', '<=', now).execute()
  await tx.deleteFrom('identity.verifications').where('expiresAt', '<=', now).execute()
  const yesterday = now.subtract({ hours: 24 })
  await tx.deleteFrom('identity.passwordRequests').where('askedAt', '<=', yesterday).execute()
}
