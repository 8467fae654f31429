import { sql } from 'kysely'
import type { CentreRef, Context } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { PlaceRules } from '../rules/place-rules.ts'

/** What a lead may choose: how places are given away, for how many hours an offered one is kept, and the word. */
export type ChosenRules = PlaceRules & { offerHours: number; referralWord: string | null }

export type OfferWithRules = CentreRef & {
  id: string
  slug: string
  title: string
  titleLanguage: string
} & ChosenRules

/** An offer for which families register, with its rules; undefined where one just comes. */
export const findOfferWithRules = async (
  tx: Tx,
  { city, language }: Pick<Context, 'city' | 'language'>,
  slug: string,
) => {
  const { rows } = await sql<OfferWithRules>`
    select o.id, o.slug, o.provider_id, o.centre_id, o.waiting_rule, o.priority, o.giving, o.offer_hours,
      o.referral_word, t.title, t.language as title_language
    from offers o
    cross join lateral (select t.title, t.language from offer_texts t where t.city_id = o.city_id and t.offer_id = o.id
      order by t.language = ${language} desc, t.language = o.source_language desc limit 1) t
    where o.city_id = ${city.id} and o.slug = ${slug} and o.registration <> 'none' and o.state <> 'archived'`.execute(
    tx,
  )
  return rows[0]
}

/** Whoever chooses something for the offer stands in line here. */
export const lockOffer = (tx: Tx, cityId: string, offerId: string) =>
  sql`select from offers where city_id = ${cityId} and id = ${offerId} for no key update`.execute(tx)

export const writeRules = (tx: Tx, cityId: string, offerId: string, rules: ChosenRules) =>
  tx.updateTable('offers').set(rules).where('cityId', '=', cityId).where('id', '=', offerId).execute()

/** Gives an offer the rules of another one of the same centre. A closed group stays one; its link is made anew. */
export const copyRules = async (tx: Tx, cityId: string, { from, to }: { from: string; to: string }) => {
  await sql`update offers o
    set priority = f.priority, giving = f.giving, waiting_rule = f.waiting_rule, offer_hours = f.offer_hours,
      referral_word = f.referral_word, is_closed_group = f.is_closed_group
    from offers f
    where o.city_id = ${cityId} and o.id = ${to} and f.city_id = o.city_id and f.id = ${from}
      and f.centre_id = o.centre_id`.execute(tx)
}
