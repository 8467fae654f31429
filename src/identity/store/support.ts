import { type Insertable, sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { DB } from '../../platform/database/schema.ts'

export const addGrant = async (tx: Tx, grant: Insertable<DB['supportGrants']>) => {
  const { id } = await tx.insertInto('supportGrants').values(grant).returning('id').executeTakeFirstOrThrow()
  return id
}

export const findGrant = (tx: Tx, cityId: string, id: string) =>
  tx
    .selectFrom('supportGrants')
    .select(['accountId', 'providerId'])
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst()

/** A grant lasts a second at least, so that what was open for a moment stays in the list. */
export const endGrant = (
  tx: Tx,
  { cityId, id, now }: { cityId: string; id: string; now: Temporal.Instant },
) =>
  tx
    .updateTable('supportGrants')
    .set({ endsAt: sql`greatest(${now.toString()}::timestamptz, starts_at + interval '1 second')` })
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .where('endsAt', '>', now)
    .execute()

/** Who saw or sees the families of which centre, why and until when; the latest first. */
export const listGrants = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('supportGrants as g')
    .innerJoin('centres as c', join =>
      join.onRef('c.cityId', '=', 'g.cityId').onRef('c.id', '=', 'g.centreId'),
    )
    .innerJoin('identity.accounts as a', 'a.id', 'g.accountId')
    .leftJoin('identity.accounts as by', 'by.id', 'g.grantedBy')
    .select([
      ...(['g.id', 'g.providerId', 'g.reason', 'g.startsAt', 'g.endsAt'] as const),
      ...(['c.name as centre', 'a.name', 'a.email', 'by.name as grantedBy'] as const),
    ])
    .where('g.cityId', '=', cityId)
    .orderBy('g.endsAt', 'desc')
    .orderBy('g.id')
    .limit(200)
    .execute()

export type Grant = Awaited<ReturnType<typeof listGrants>>[number]
