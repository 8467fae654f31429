import { sql } from 'kysely'
import type { CentreRef, Context } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { CalendarFault, ImportedEvent } from '../events.ts'
import type { Kept, Said } from '../follow.ts'
import type { CalendarSource, SourceEvent, SourceFault } from '../source.ts'

export const addSource = (
  tx: Tx,
  { city, now }: Pick<Context, 'city' | 'now'>,
  { name, address, words, centreId, providerId }: CentreRef & Record<'name' | 'address' | 'words', string>,
) =>
  tx
    .insertInto('calendarSources')
    .values({
      ...{ cityId: city.id, centreId, providerId, name, address, words },
      ...{ addedAt: now, triedAt: now, nextAt: now, lookedAt: now },
    })
    .returning(columns)
    .$narrowType<Narrow>()
    .executeTakeFirstOrThrow()

export const lockSource = (tx: Tx, cityId: string, id: string): Promise<CalendarSource | undefined> =>
  sourcesIn(tx, cityId).where('id', '=', id).forUpdate().executeTakeFirst()

export const listSources = (tx: Tx, cityId: string, centreId: string): Promise<CalendarSource[]> =>
  sourcesIn(tx, cityId).where('centreId', '=', centreId).orderBy('name').execute()

export const countSources = async (tx: Tx, cityId: string, centreId: string) =>
  (await listSources(tx, cityId, centreId)).length

export const deleteSource = (tx: Tx, cityId: string, id: string) =>
  tx.deleteFrom('calendarSources').where('cityId', '=', cityId).where('id', '=', id).execute()

/** Takes those whose time has come for the caller alone: for an hour nobody else finds them due. */
export const claimDue = (
  tx: Tx,
  { city, now }: Pick<Context, 'city' | 'now'>,
  limit: number,
): Promise<CalendarSource[]> =>
  tx
    .updateTable('calendarSources')
    .set({ nextAt: now.add({ hours: 1 }) })
    .where('cityId', '=', city.id)
    .where('id', 'in', eb =>
      eb
        .selectFrom('calendarSources')
        .select('id')
        .where('cityId', '=', city.id)
        .where('nextAt', '<=', now)
        .orderBy('nextAt')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .returning(columns)
    .$narrowType<Narrow>()
    .execute()

type Reading = {
  triedAt: Temporal.Instant
  nextAt: Temporal.Instant
  failedTimes: number
  fault: SourceFault | null
  faultAbout: string
  readAt?: Temporal.Instant
  wholeAt?: Temporal.Instant
  etag?: string | null
  lastModified?: string | null
  broken?: readonly CalendarFault[]
}

export const writeReading = async (tx: Tx, cityId: string, id: string, { broken, ...reading }: Reading) => {
  await tx
    .updateTable('calendarSources')
    .set({ ...reading, ...(broken && { broken: JSON.stringify(broken) }) })
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .execute()
}

/** What stands there now; what does not, is marked where something came of it, and forgotten where not. */
export const writeEvents = async (
  tx: Tx,
  { city, now }: Pick<Context, 'city' | 'now'>,
  { id: sourceId, centreId, providerId }: CalendarSource,
  found: ReadonlyMap<string, ImportedEvent>,
  isWhole: boolean,
) => {
  const keys = { cityId: city.id, sourceId, centreId, providerId, firstReadAt: now }
  const rows = [...found].map(([id, event]) => ({ ...keys, id, event: JSON.stringify(event) }))
  if (rows.length > 0)
    await tx
      .insertInto('calendarSourceEvents')
      .values(rows)
      .onConflict(conflict =>
        conflict
          .columns(['cityId', 'sourceId', 'id'])
          .doUpdateSet(eb => ({ event: eb.ref('excluded.event'), goneAt: null })),
      )
      .execute()
  if (!isWhole) return
  const isGone = sql<boolean>`city_id = ${city.id} and source_id = ${sourceId}
    and not (id = any (${[...found.keys()]}::uuid[]))`
  await tx.deleteFrom('calendarSourceEvents').where(isGone).where('said', 'is', null).execute()
  await tx
    .updateTable('calendarSourceEvents')
    .set({ goneAt: now })
    .where(isGone)
    .where('goneAt', 'is', null)
    .execute()
}

export const listEvents = (tx: Tx, cityId: string, sourceId: string): Promise<SourceEvent[]> =>
  tx
    .selectFrom('calendarSourceEvents as e')
    .leftJoin('offers as o', join => join.onRef('o.cityId', '=', 'e.cityId').onRef('o.id', '=', 'e.id'))
    .select(['e.id', 'event', 'firstReadAt', 'goneAt', 'said', 'kept', 'o.slug'])
    .$narrowType<{ event: ImportedEvent; said: Said | null; kept: Kept[] }>()
    .where('e.cityId', '=', cityId)
    .where('sourceId', '=', sourceId)
    .orderBy(sql`event ->> 'title'`)
    .orderBy('e.id')
    .execute()

type At = { cityId: string; sourceId: string; id: string }

export const writeSaid = async (
  tx: Tx,
  at: At,
  { said, kept }: { said: Said | null; kept: readonly Kept[] },
) => {
  await tx
    .updateTable('calendarSourceEvents')
    .set({ said: said && JSON.stringify(said), kept: [...kept] })
    .where('cityId', '=', at.cityId)
    .where('sourceId', '=', at.sourceId)
    .where('id', '=', at.id)
    .execute()
}

export const forgetEvent = (tx: Tx, { cityId, sourceId, id }: At) =>
  tx
    .deleteFrom('calendarSourceEvents')
    .where('cityId', '=', cityId)
    .where('sourceId', '=', sourceId)
    .where('id', '=', id)
    .execute()

export const look = (tx: Tx, { city, now }: Pick<Context, 'city' | 'now'>, id: string) =>
  tx
    .updateTable('calendarSources')
    .set({ lookedAt: now })
    .where('cityId', '=', city.id)
    .where('id', '=', id)
    .execute()

export const countSourcesWithNews = async (tx: Tx, cityId: string) => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from calendar_sources s
    where s.city_id = ${cityId} and s.centre_id = any (acting.centres()) and (s.failed_times > 1
      or exists (select from calendar_source_events e
        where e.city_id = s.city_id and e.source_id = s.id and (e.kept <> '{}'
          or (e.gone_at is not null and e.said is not null)
          or (e.said is null and e.first_read_at > s.looked_at))))`.execute(tx)
  return rows[0]?.count ?? 0
}

const columns = [
  ...(['id', 'centreId', 'providerId', 'name', 'address', 'words', 'triedAt', 'readAt', 'wholeAt'] as const),
  ...(['etag', 'lastModified', 'fault', 'faultAbout', 'failedTimes', 'broken', 'lookedAt'] as const),
] as const

type Narrow = { fault: SourceFault | null; broken: CalendarFault[] }

const sourcesIn = (tx: Tx, cityId: string) =>
  tx.selectFrom('calendarSources').select(columns).$narrowType<Narrow>().where('cityId', '=', cityId)
