import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { DB } from '../../platform/database/schema.ts'
import type { Membership } from '../actor.ts'

type Holder = { cityId: string; accountId: string }

/** The roles somebody holds in a city on a day. */
export const findMemberships = async (tx: Tx, { cityId, accountId }: Holder, today: Temporal.PlainDate) => {
  const rows = await tx
    .selectFrom('memberships')
    .select(['role', 'providerId', 'centreId'])
    .where('cityId', '=', cityId)
    .where('accountId', '=', accountId)
    .where(validOn(today))
    .where(isHers(sql`coalesce(memberships.provider_id, memberships.city_id)`))
    .orderBy('id')
    .execute()
  // A constraint of the table keeps providers and centres with the roles that are bound to them.
  return rows as Membership[]
}

/** Offers she leads, at centres where she still works. */
export const findLedOffers = async (tx: Tx, { cityId, accountId }: Holder, today: Temporal.PlainDate) => {
  const rows = await tx
    .selectFrom('offerLeaders')
    .select('offerId')
    .where('cityId', '=', cityId)
    .where('accountId', '=', accountId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('memberships')
          .select('id')
          .where('role', '=', 'course-leader')
          .where('memberships.accountId', '=', accountId)
          .whereRef('memberships.cityId', '=', 'offerLeaders.cityId')
          .whereRef('memberships.centreId', '=', 'offerLeaders.centreId')
          .where(validOn(today))
          .where(isHers(sql`memberships.provider_id`)),
      ),
    )
    .execute()
  return rows.map(({ offerId }) => offerId)
}

/** Centres whose families a provider opened to her, at this moment. */
export const findSupportedCentres = async (tx: Tx, { cityId, accountId }: Holder, now: Temporal.Instant) => {
  const rows = await tx
    .selectFrom('supportGrants')
    .select('centreId')
    .distinct()
    .where('cityId', '=', cityId)
    .where('accountId', '=', accountId)
    .where('startsAt', '<=', now)
    .where('endsAt', '>', now)
    .where(isHers(sql`provider_id`))
    .execute()
  return rows.map(({ centreId }) => centreId)
}

export const validOn = (day: Temporal.PlainDate) => (_: ExpressionBuilder<DB, 'memberships'>) =>
  sql<boolean>`memberships.valid @> ${day.toString()}::date`

/** A right counts for those who handed over the link to the account, and everywhere once it is hers alone. */
const isHers = (answering: RawBuilder<unknown>) => sql<boolean>`identity.counts_for(account_id, ${answering})`
