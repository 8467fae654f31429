import { sql } from 'kysely'
import type { Context } from '../../../identity/index.ts'
import type { CancelReason } from '../../../outreach/index.ts'
import type { Tx } from '../../../platform/database/connect.ts'

/** A date of the published programme, as it stands in the letter of the week. */
export type PostedSession = {
  heldOn: Temporal.PlainDate
  starts: Temporal.PlainTime
  ends: Temporal.PlainTime | null
  title: string
  titleLanguage: string
  place: string
  cancelReason: CancelReason | null
}

export const listPosted = async (
  tx: Tx,
  { city, language }: Pick<Context, 'city' | 'language'>,
  centreId: string,
  { from, until }: { from: Temporal.PlainDate; until: Temporal.PlainDate },
) => {
  const { rows } = await sql<PostedSession>`
    select s.held_on, s.starts, s.ends, t.title, t.language as title_language, case when exists (select from published.dates_without_room w
      where w.city_id = s.city_id and w.session_id = s.id) then '' else coalesce(s.own_place, o.place) end as place,
      s.cancel_reason
    from sessions s
    join offers o on o.city_id = s.city_id and o.id = s.offer_id
    join lateral (select title, language from offer_texts t where t.city_id = o.city_id and t.offer_id = o.id
      order by t.language = ${language} desc, t.language = o.source_language desc, t.language limit 1) t on true
    where s.city_id = ${city.id} and s.centre_id = ${centreId} and o.state = 'published'
      and s.held_on between ${from} and ${until}
    order by s.starts_at, t.title`.execute(tx)
  return rows
}
