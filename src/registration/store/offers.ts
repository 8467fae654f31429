import { sql } from 'kysely'
import type { CentreRef, Context } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { PlaceRules } from '../rules/place-rules.ts'
import type { ReminderHours } from './reminders.ts'

/** What a lead may choose: how places are given away, for how many hours an offered one is kept, and the word. */
export type ChosenRules = PlaceRules & { offerHours: number; referralWord: string | null }

/** An offer for which families register, with all that its lead chooses for them. */
export type ManagedOffer = CentreRef &
  ChosenRules & {
    id: string
    slug: string
    title: string
    titleLanguage: string
    isPublished: boolean
    reminderHours: ReminderHours
    isClosedGroup: boolean
    hasInvite: boolean
  }

/** Undefined where one just comes, and of what was put away. */
export const findManagedOffer = async (
  tx: Tx,
  { city, language }: Pick<Context, 'city' | 'language'>,
  slug: string,
) => {
  const { rows } = await sql<ManagedOffer>`
    select o.id, o.slug, o.provider_id, o.centre_id, o.state = 'published' as is_published, o.waiting_rule, o.priority,
      o.giving, o.offer_hours, o.referral_word, o.reminder_hours, o.is_closed_group,
      o.invite_hash is not null as has_invite, t.title, t.language as title_language
    from offers o ${besideTitle(language)}
    where o.city_id = ${city.id} and o.slug = ${slug} and o.registration <> 'none' and o.state <> 'archived'`.execute(
    tx,
  )
  return rows[0]
}

/** Whoever chooses something for the offer stands in line here. */
export const lockOffer = (tx: Tx, cityId: string, offerId: string) =>
  sql`select from offers where city_id = ${cityId} and id = ${offerId} for no key update`.execute(tx)

/** The title `t` of an offer `o`: in the language that is read, or else in the one it was written in. */
export const besideTitle = (language: string) => sql`
  cross join lateral (select t.title, t.language from offer_texts t where t.city_id = o.city_id and t.offer_id = o.id
    order by t.language = ${language} desc, t.language = o.source_language desc limit 1) t`
