import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { ChosenRules } from './offers.ts'

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
