import { sql } from 'kysely'
import type { CentreRef } from '../identity/index.ts'
import type { Database, Tx } from '../platform/database/connect.ts'
import { deleteSome } from '../platform/database/delete-some.ts'
import type { Correction, entryOf } from './correction.ts'

type Entry = NonNullable<ReturnType<typeof entryOf>>
/** A published page: which centre keeps it, and what it is called in German or else in its own language. */
export type PublishedEntry = CentreRef & { title: string }

export const findEntry = async (
  db: Database,
  cityId: string,
  { kind, name }: Entry,
): Promise<PublishedEntry | undefined> => {
  const { rows } = await entries[kind](cityId, name).execute(db)
  return rows[0]
}

const entries = {
  centres: (cityId: string, slug: string) => sql<PublishedEntry>`
    select provider_id, id as centre_id, name as title from published.centres
    where city_id = ${cityId} and slug = ${slug}`,
  notes: (cityId: string, id: string) => sql<PublishedEntry>`
    select c.provider_id, c.id as centre_id, n.title from published.neighbour_notes n
    join published.centres c on c.city_id = n.city_id and c.id = n.centre_id
    where n.city_id = ${cityId} and n.id::text = ${id}`,
  rooms: (cityId: string, slug: string) => sql<PublishedEntry>`
    select r.provider_id, r.centre_id, t.name as title from published.rooms r
    join published.room_texts t on t.city_id = r.city_id and t.room_id = r.id
    where r.city_id = ${cityId} and r.slug = ${slug} order by t.language = 'de' desc limit 1`,
  lending: (cityId: string, slug: string) => sql<PublishedEntry>`
    select l.provider_id, l.centre_id, t.name as title from published.lending_things l
    join published.lending_thing_texts t on t.city_id = l.city_id and t.thing_id = l.id
    where l.city_id = ${cityId} and l.slug = ${slug} order by t.language = 'de' desc limit 1`,
  offers: (cityId: string, slug: string) => offerWhere(cityId, sql`o.slug = ${slug}`),
  sessions: (cityId: string, id: string) =>
    offerWhere(
      cityId,
      sql`o.id = (select offer_id from published.sessions where city_id = ${cityId} and id::text = ${id})`,
    ),
}

const offerWhere = (cityId: string, condition: ReturnType<typeof sql>) => sql<PublishedEntry>`
  select o.provider_id, o.centre_id, t.title from published.offers o
  join published.offer_texts t on t.city_id = o.city_id and t.offer_id = o.id
  where o.city_id = ${cityId} and ${condition}
  order by t.language = 'de' desc, t.language = o.source_language desc limit 1`

/** Takes it in. The same form sent twice is one; the second time nothing is written. */
export const addCorrection = (tx: Tx, cityId: string, correction: Correction & { renderingKey: string }) =>
  tx
    .insertInto('corrections')
    .values({ ...correction, cityId })
    .onConflict(conflict => conflict.doNothing())
    .execute()

/** What waits at the own centres, the longest waiting first. */
export const listCorrections = (tx: Tx, cityId: string): Promise<Correction[]> =>
  tx
    .selectFrom('corrections')
    .select([
      'id',
      'providerId',
      'centreId',
      'page',
      'title',
      'what',
      'words',
      'language',
      'sentAt',
      'deleteOn',
    ])
    .$narrowType<Pick<Correction, 'what'>>()
    .where('cityId', '=', cityId)
    .orderBy('sentAt')
    .limit(200)
    .execute()

export const countCorrections = async (tx: Tx, cityId: string) => {
  const { waiting } = await tx
    .selectFrom('corrections')
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .where('cityId', '=', cityId)
    .executeTakeFirstOrThrow()
  return waiting
}

/** Takes one away, and says whose it was; undefined where there is none any more. */
export const removeCorrection = (tx: Tx, cityId: string, id: string): Promise<CentreRef | undefined> =>
  tx
    .deleteFrom('corrections')
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .returning(['providerId', 'centreId'])
    .executeTakeFirst()

export const deleteCorrections = (tx: Tx, cityId: string, today: Temporal.PlainDate, limit: number) =>
  deleteSome(tx, 'corrections', { cityId, hasEnded: sql`delete_on <= ${today}`, limit })
