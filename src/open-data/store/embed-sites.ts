import type { Context } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'

export type EmbedSite = { id: string; name: string; origin: string }

export const listSites = (tx: Tx, cityId: string): Promise<EmbedSite[]> =>
  tx
    .selectFrom('embedSites')
    .select(['id', 'name', 'origin'])
    .where('cityId', '=', cityId)
    .orderBy('name')
    .execute()

export const addSite = (
  tx: Tx,
  site: Omit<EmbedSite, 'id'> & { cityId: string; addedAt: Temporal.Instant },
) => tx.insertInto('embedSites').values(site).returning('id').executeTakeFirstOrThrow()

export const deleteSite = (tx: Tx, cityId: string, id: string) =>
  tx
    .deleteFrom('embedSites')
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()

/** The origin to whose pages an answer may be read out; undefined for a site that nobody has allowed. */
export const findOriginOf = async ({ db, city }: Pick<Context, 'db' | 'city'>, id: string) => {
  const row = await db
    .selectFrom('published.embedSites')
    .select('origin')
    .where('cityId', '=', city.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.origin ?? undefined
}
