import { type Selectable, sql } from 'kysely'
import type { Tx } from '../database/connect.ts'
import type { AuditEntries } from '../database/schema.ts'

export type ChainedEntry = Selectable<AuditEntries>

type Link = { position: number; hash: Buffer; entryId: string }

/** One turn at a time, whoever's it is. */
export const lockChain = (tx: Tx, cityId: string) =>
  sql`select pg_advisory_xact_lock(hashtext('audit chain'), hashtext(${cityId}))`.execute(tx)

/** Ids grow with time, so what is new lies behind the newest linked one, give or take a day of slow transactions. */
export const listUnchained = async (tx: Tx, cityId: string, limit: number) => {
  const newest = await tx
    .selectFrom('auditLinks')
    .select('entryId')
    .where('cityId', '=', cityId)
    .orderBy('entryId', 'desc')
    .limit(1)
    .executeTakeFirst()
  return unchained(tx, cityId)
    .$if(newest !== undefined, query => query.where('e.id', '>', aDayBefore(newest?.entryId ?? '')))
    .orderBy('e.id')
    .limit(limit)
    .execute()
}

/** Entries older than an hour that no chain holds. */
export const listForgotten = (tx: Tx, cityId: string) =>
  unchained(tx, cityId)
    .where(sql<boolean>`uuid_extract_timestamp(e.id) < now() - interval '1 hour'`)
    .orderBy('e.id')
    .limit(1000)
    .execute()

const unchained = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('auditEntries as e')
    .selectAll('e')
    .where('e.cityId', '=', cityId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('auditLinks as l')
            .select('l.entryId')
            .whereRef('l.cityId', '=', 'e.cityId')
            .whereRef('l.entryId', '=', 'e.id'),
        ),
      ),
    )

export const findHead = (tx: Tx, cityId: string, providerId: string | null) =>
  tx
    .selectFrom('auditLinks')
    .select(['position', 'hash'])
    .where('cityId', '=', cityId)
    .where('providerId', providerId === null ? 'is' : '=', providerId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()

export const addLinks = (tx: Tx, cityId: string, providerId: string | null, links: readonly Link[]) =>
  tx
    .insertInto('auditLinks')
    .values(links.map(link => ({ ...link, cityId, providerId })))
    .execute()

/** All links of a city with their entries, chain by chain in order, a thousand at a time. */
export async function* readChains(tx: Tx, cityId: string) {
  const providers = await tx
    .selectFrom('auditLinks')
    .select('providerId')
    .distinct()
    .where('cityId', '=', cityId)
    .orderBy('providerId')
    .execute()
  for (const { providerId } of providers) {
    for (
      let after = 0, page: Awaited<ReturnType<typeof readPage>> = [];
      ;
      after = page.at(-1)?.position ?? 0
    ) {
      page = await readPage(tx, cityId, providerId, after)
      for (const { position, hash, ...entry } of page) yield { providerId, position, hash, entry }
      if (page.length < pageSize) break
    }
  }
}

const pageSize = 1000

const readPage = (tx: Tx, cityId: string, providerId: string | null, after: number) =>
  tx
    .selectFrom('auditLinks as l')
    .innerJoin('auditEntries as e', join =>
      join.onRef('e.cityId', '=', 'l.cityId').onRef('e.id', '=', 'l.entryId'),
    )
    .selectAll('e')
    .select(['l.position', 'l.hash'])
    .where('l.cityId', '=', cityId)
    .where('l.providerId', providerId === null ? 'is' : '=', providerId)
    .where('l.position', '>', after)
    .orderBy('l.position')
    .limit(pageSize)
    .execute()

/** The smallest id that could have been made a day earlier: its first 48 bits are milliseconds. */
const aDayBefore = (id: string) => {
  const milliseconds = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) - 24 * 3_600_000
  const hex = Math.max(0, milliseconds).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}
