import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { besideTitle } from './offers.ts'

export type ListToSee = {
  intakeId: string
  title: string
  titleLanguage: string
  centreName: string
  startsAt: Temporal.Instant
}

/** Intakes of these centres that are not over yet, in order of time. */
export const findListsToSee = async (
  tx: Tx,
  { city, language }: Pick<Context, 'city' | 'language'>,
  centreIds: readonly string[],
  today: Temporal.PlainDate,
) => {
  const { rows } = await sql<ListToSee>`
    select i.id as intake_id, t.title, t.language as title_language, c.name as centre_name, i.starts_at
    from intakes i
    join centres c on c.city_id = i.city_id and c.id = i.centre_id
    join offers o on o.city_id = i.city_id and o.id = i.offer_id and o.state = 'published' ${besideTitle(language)}
    where i.city_id = ${city.id} and i.centre_id = any (${[...centreIds]}::uuid[])
      and not i.is_stopped and i.last_on >= ${today.toString()}::date
    order by i.starts_at, t.title
    limit 200`.execute(tx)
  return rows
}
