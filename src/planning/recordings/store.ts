import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { Recording } from './recording.ts'

type AtCentre = { cityId: string; providerId: string; centreId: string }
type Which = { cityId: string; offerId: string; language: string }

/** A text of an offer, and its recording if it has one. */
export type SpokenText = {
  language: string
  title: string
  recording: { mark: string; type: string; recordedOn: Temporal.PlainDate; isUpToDate: boolean } | null
}

/** Every text of an offer that families may read, the source first. */
export const listSpokenTexts = async (tx: Tx, cityId: string, offerId: string): Promise<SpokenText[]> => {
  const texts = await tx
    .selectFrom('offerTexts as t')
    .innerJoin('offers as o', join => join.onRef('o.cityId', '=', 't.cityId').onRef('o.id', '=', 't.offerId'))
    .leftJoin('offerRecordings as r', join =>
      join
        .onRef('r.cityId', '=', 't.cityId')
        .onRef('r.offerId', '=', 't.offerId')
        .onRef('r.language', '=', 't.language'),
    )
    .select(['t.language', 't.title', 'r.mark', 'r.type', 'r.recordedOn'])
    .select(sql<boolean>`r.words_mark = mark_of_words(t.title, t.summary, t.body)`.as('isUpToDate'))
    .where('t.cityId', '=', cityId)
    .where('t.offerId', '=', offerId)
    .orderBy(sql`t.language = o.source_language desc, t.language`)
    .execute()
  return texts.map(({ language, title, mark, type, recordedOn, isUpToDate }) => ({
    ...{ language, title },
    recording: mark && type && recordedOn ? { mark, type, recordedOn, isUpToDate } : null,
  }))
}

/** Two recordings that come at the same time are measured one after the other. */
export const lockRecordingsOf = (tx: Tx, { cityId, centreId }: AtCentre) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`recordings ${cityId} ${centreId}`}, 0))`.execute(tx)

/** Bytes of all recordings of a centre but the one that is replaced. */
export const sizeOfOthers = async (tx: Tx, { cityId, centreId }: AtCentre, besides: Which) => {
  const { rows } = await sql<{ size: number }>`
    select coalesce(sum(octet_length(bytes)), 0)::int as size from offer_recordings
    where city_id = ${cityId} and centre_id = ${centreId}
      and (offer_id, language) <> (${besides.offerId}, ${besides.language})`.execute(tx)
  return rows[0]?.size ?? 0
}

/** Puts it in place of the one before; says whether there are words in that language. */
export const putRecording = async (
  tx: Tx,
  { cityId, providerId, centreId }: AtCentre,
  { offerId, language }: Which,
  { mark, type, bytes, recordedOn }: Recording & { recordedOn: Temporal.PlainDate },
) => {
  const { rows } = await sql`
    insert into offer_recordings as r
      (city_id, provider_id, centre_id, offer_id, language, mark, type, bytes, words_mark, recorded_on)
    select t.city_id, ${providerId}, ${centreId}, t.offer_id, t.language, ${mark}, ${type}, ${bytes},
      mark_of_words(t.title, t.summary, t.body), ${recordedOn}
    from offer_texts t where t.city_id = ${cityId} and t.offer_id = ${offerId} and t.language = ${language}
    on conflict (city_id, offer_id, language) do update set mark = excluded.mark, type = excluded.type,
      bytes = excluded.bytes, words_mark = excluded.words_mark, recorded_on = excluded.recorded_on
    returning 1`.execute(tx)
  return rows.length > 0
}

/** Says whether there was one. */
export const dropRecording = async (tx: Tx, { cityId, offerId, language }: Which) => {
  const gone = await tx
    .deleteFrom('offerRecordings')
    .where('cityId', '=', cityId)
    .where('offerId', '=', offerId)
    .where('language', '=', language)
    .returning('offerId')
    .executeTakeFirst()
  return gone !== undefined
}

/** Nobody has spoken anew for a year, and nothing of the offer was held since. */
export const deleteRecordings = async (tx: Tx, cityId: string, today: Temporal.PlainDate, limit: number) => {
  const before = today.subtract({ years: 1 })
  const { rows } = await sql<{ providerId: string }>`
    delete from offer_recordings where city_id = ${cityId} and ctid = any (array(
      select r.ctid from offer_recordings r where r.city_id = ${cityId} and r.recorded_on < ${before}
        and not exists (select from sessions s
          where s.city_id = r.city_id and s.offer_id = r.offer_id and s.held_on >= ${before})
      limit ${limit}))
    returning provider_id`.execute(tx)
  return rows
}
