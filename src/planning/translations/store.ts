import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { Words } from './translation.ts'

type At = { cityId: string; offerId: string }

export type StoredTranslation = Words & {
  language: string
  isByMachine: boolean
  sourceVersion: number
}

export type BegunTranslation = StoredTranslation

export type OfferToTranslate = {
  id: string
  slug: string
  title: string
  sourceLanguage: string
  textVersion: number
  translations: readonly Pick<StoredTranslation, 'language' | 'isByMachine' | 'sourceVersion'>[]
  begun: readonly string[]
}

/** The offers of a centre that families find or will find, with the languages they are written in. */
export const listOffersToTranslate = async (tx: Tx, cityId: string, centreId: string) => {
  const { rows } = await sql<OfferToTranslate>`
    select o.id, o.slug, s.title, o.source_language, o.text_version,
      (select coalesce(jsonb_agg(jsonb_build_object('language', t.language, 'isByMachine', t.state = 'machine',
        'sourceVersion', t.source_version)), '[]') from offer_texts t
        where t.city_id = o.city_id and t.offer_id = o.id and t.language <> o.source_language) as translations,
      array(select b.language from begun_translations b where b.city_id = o.city_id and b.offer_id = o.id) as begun
    from offers o
    join offer_texts s on s.city_id = o.city_id and s.offer_id = o.id and s.language = o.source_language
    where o.city_id = ${cityId} and o.centre_id = ${centreId} and o.state <> 'archived'
    order by s.title collate "de-x-icu", o.id`.execute(tx)
  return rows
}

/** Every text families may read of an offer, its source among them. */
export const findTexts = (tx: Tx, { cityId, offerId }: At): Promise<StoredTranslation[]> =>
  tx
    .selectFrom('offerTexts')
    .select(['language', 'title', 'summary', 'body', 'sourceVersion'])
    .select(sql<boolean>`state = 'machine'`.as('isByMachine'))
    .where('cityId', '=', cityId)
    .where('offerId', '=', offerId)
    .execute()

export const findText = async (tx: Tx, at: At, language: string) =>
  (await findTexts(tx, at)).find(text => text.language === language)

/** What the source said in an earlier version. */
export const findSourceVersion = (
  tx: Tx,
  { cityId, offerId }: At,
  version: number,
): Promise<Words | undefined> =>
  tx
    .selectFrom('offerTextVersions')
    .select(['title', 'summary', 'body'])
    .where('cityId', '=', cityId)
    .where('offerId', '=', offerId)
    .where('version', '=', version)
    .executeTakeFirst()

export const findBegun = (
  tx: Tx,
  { cityId, offerId }: At,
  language: string,
): Promise<BegunTranslation | undefined> =>
  tx
    .selectFrom('begunTranslations')
    .select(['language', 'title', 'summary', 'body', 'isByMachine', 'sourceVersion'])
    .where('cityId', '=', cityId)
    .where('offerId', '=', offerId)
    .where('language', '=', language)
    .executeTakeFirst()

export const keepBegun = (
  tx: Tx,
  { cityId, offerId }: At,
  { language, ...said }: BegunTranslation & { keptAt: Temporal.Instant },
) =>
  tx
    .insertInto('begunTranslations')
    .values({ ...said, cityId, offerId, language })
    .onConflict(conflict => conflict.columns(['cityId', 'offerId', 'language']).doUpdateSet(said))
    .execute()

export const dropBegun = (tx: Tx, { cityId, offerId }: At, language: string) =>
  tx
    .deleteFrom('begunTranslations')
    .where('cityId', '=', cityId)
    .where('offerId', '=', offerId)
    .where('language', '=', language)
    .execute()

/** Whoever changes the plan of the offer from an earlier state is told that somebody else was at it. */
export const touchOffer = (tx: Tx, { cityId, offerId }: At, now: Temporal.Instant) =>
  tx
    .updateTable('offers')
    .set({ updatedAt: now })
    .where('cityId', '=', cityId)
    .where('id', '=', offerId)
    .execute()
