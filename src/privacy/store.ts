import { sql } from 'kysely'
import type { Tx } from '../platform/database/connect.ts'
import { deleteSome } from '../platform/database/delete-some.ts'

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
  deleteSome(tx, 'offerDrafts', { cityId, hasEnded: sql`expires_at <= ${now}`, limit })

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

type OfAudit = {
  cityId: string
  providers: readonly string[]
  period: { from: Temporal.Instant; until: Temporal.Instant } | undefined
}

/** The months in which the providers have entries, by their first day, the latest first. */
export const listMonths = async (
  tx: Tx,
  { cityId, providers, timeZone }: { cityId: string; providers: readonly string[]; timeZone: string },
) => {
  const rows = await tx
    .selectFrom('auditEntries')
    .select(sql<Temporal.PlainDate>`date_trunc('month', at at time zone ${timeZone})::date`.as('first'))
    .distinct()
    .where('cityId', '=', cityId)
    .where('providerId', 'in', providers)
    .orderBy('first', 'desc')
    .execute()
  return rows.map(({ first }) => first)
}

export const countEntries = async (tx: Tx, of: OfAudit) => {
  const { count } = await entriesOf(tx, of)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

type Deletions = {
  cityId: string
  providers: readonly string[]
  timeZone: string
  since: Temporal.PlainDate
  actions: readonly string[]
}

/** How many of each kind the system deleted on each day, the latest day first. */
export const sumDeletions = async (tx: Tx, { cityId, providers, timeZone, since, actions }: Deletions) => {
  const { rows } = await sql<{ day: Temporal.PlainDate; action: string; amount: number }>`
    select (at at time zone ${timeZone})::date as day, action, sum(amount)::int as amount
    from audit_entries
    where city_id = ${cityId} and provider_id = any (${[...providers]}::uuid[]) and account_id = 'system'
      and action = any (${[...actions]}) and at >= ${since.toString()}::date at time zone ${timeZone}
    group by day, action
    order by day desc, action`.execute(tx)
  return rows
}

/** With the name of the one who did it, where there is still an account. */
export const listEntries = (tx: Tx, { limit, offset, ...of }: OfAudit & { limit: number; offset: number }) =>
  entriesOf(tx, of)
    .leftJoin('identity.accounts as a', 'a.id', 'e.accountId')
    .select(['e.id', 'e.at', 'e.accountId', 'e.action', 'e.subjectId', 'e.fields', 'e.amount', 'a.name'])
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()

export type ListedEntry = Awaited<ReturnType<typeof listEntries>>[number]

const entriesOf = (tx: Tx, { cityId, providers, period }: OfAudit) =>
  tx
    .selectFrom('auditEntries as e')
    .where('e.cityId', '=', cityId)
    .where('e.providerId', 'in', providers)
    .$if(period !== undefined, query =>
      query.where('e.at', '>=', period?.from ?? null).where('e.at', '<', period?.until ?? null),
    )
