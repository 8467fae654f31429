import { sql } from 'kysely'
import type { CentreRef, Context } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { deleteSome } from '../../platform/database/delete-some.ts'

export type GroupNotice = {
  id: string
  words: string
  language: string
  writtenAt: Temporal.Instant
  shownUntil: Temporal.PlainDate
}

/** What the families of a group are told now, the latest first. */
export const listNotices = (
  tx: Tx,
  cityId: string,
  offerId: string,
  today: Temporal.PlainDate,
): Promise<GroupNotice[]> =>
  tx
    .selectFrom('groupNotices')
    .select(['id', 'words', 'language', 'writtenAt', 'shownUntil'])
    .where('cityId', '=', cityId)
    .where('offerId', '=', offerId)
    .where('shownUntil', '>=', today)
    .orderBy('writtenAt', 'desc')
    .execute()

/** False where this very form was sent before. */
export const insertNotice = async (
  tx: Tx,
  notice: CentreRef & GroupNotice & { cityId: string; offerId: string },
) => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('groupNotices')
    .values(notice)
    .onConflict(conflict => conflict.columns(['cityId', 'id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const deleteNotice = (tx: Tx, cityId: string, offerId: string, id: string) =>
  tx
    .deleteFrom('groupNotices')
    .where('cityId', '=', cityId)
    .where('offerId', '=', offerId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()

/** Those whose last day is over. */
export const deleteGroupNotices = (tx: Tx, cityId: string, today: Temporal.PlainDate, limit: number) =>
  deleteSome(tx, 'groupNotices', { cityId, hasEnded: sql`shown_until < ${today}`, limit })

export type Group = CentreRef & { id: string; slug: string; title: string; titleLanguage: string }

/** A published offer for which families register. */
export const findGroup = async (
  tx: Tx,
  { city, language }: Pick<Context, 'city' | 'language'>,
  slug: string,
) => {
  const { rows } = await sql<Group>`
    select o.id, o.slug, o.provider_id, o.centre_id, t.title, t.language as title_language
    from offers o
    cross join lateral (select t.title, t.language from offer_texts t where t.city_id = o.city_id and t.offer_id = o.id
      order by t.language = ${language} desc, t.language = o.source_language desc limit 1) t
    where o.city_id = ${city.id} and o.slug = ${slug} and o.registration <> 'none' and o.state = 'published'`.execute(
    tx,
  )
  return rows[0]
}
