import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { besideTitle } from './offers.ts'

type Titled = { id: string; slug: string; title: string; titleLanguage: string }

type Reading = Pick<Context, 'city' | 'language' | 'now'>

/** The published offer to which a link invites. */
export const findInvited = async (tx: Tx, { city, language }: Reading, inviteHash: Buffer) => {
  const { rows } = await sql<Titled>`
    select o.id, o.slug, t.title, t.language as title_language
    from offers o ${besideTitle(language)}
    where o.city_id = ${city.id} and o.invite_hash = ${inviteHash} and o.state = 'published'`.execute(tx)
  return rows[0]
}

const datesShown = 12

export type OpenDate = { intakeId: string; startsAt: Temporal.Instant }

/** What one can register for at an offer and is not over, soonest first. */
export const listOpenDates = async (tx: Tx, { city, now }: Reading, offerId: string) => {
  const { rows } = await sql<OpenDate>`
    select id as intake_id, starts_at from published.intakes
    where city_id = ${city.id} and offer_id = ${offerId} and not is_stopped and closes_at > ${now.toString()}
    order by starts_at, id limit ${datesShown}`.execute(tx)
  return rows
}

export type Closing = { isClosedGroup: boolean; inviteHash: Buffer | null }

export const writeClosing = (tx: Tx, cityId: string, offerId: string, closing: Closing) =>
  tx.updateTable('offers').set(closing).where('cityId', '=', cityId).where('id', '=', offerId).execute()
