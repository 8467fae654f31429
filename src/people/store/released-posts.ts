import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'

/** What a centre's post was in a year: its size at the end in thousandths, and the months in which nobody held it. */
export type ReleasedPost = { centre: string; year: number; fundedPermille: number; vacantMonths: number }

/**
 * Brings what the city reads in line with the posts: a month counts from its middle on, and as vacant if nobody held
 * the post on that day. Older years are not touched, because the names they were made of are deleted by then.
 */
export const releasePosts = async (
  tx: Tx,
  { city, now }: Pick<Context, 'city' | 'now'>,
  { since, today }: { since: number; today: Temporal.PlainDate },
) => {
  const { rows } = await sql`
    merge into released_posts r
    using (select city_id, provider_id, centre_id, extract(year from middle)::smallint as year,
        (array_agg(funded_permille order by middle desc))[1] as funded_permille,
        count(*) filter (where is_vacant)::smallint as vacant_months
      from figures.post_months
      where city_id = ${city.id} and middle <= ${today.toString()}::date and extract(year from middle) >= ${since}
      group by 1, 2, 3, 4) p
    on r.city_id = p.city_id and r.centre_id = p.centre_id and r.year = p.year
    when matched and (r.funded_permille, r.vacant_months) <> (p.funded_permille, p.vacant_months)
      then update set funded_permille = p.funded_permille, vacant_months = p.vacant_months, released_at = ${now.toString()}
    when not matched then insert (city_id, provider_id, centre_id, year, funded_permille, vacant_months, released_at)
      values (p.city_id, p.provider_id, p.centre_id, p.year, p.funded_permille, p.vacant_months, ${now.toString()})
    when not matched by source and r.city_id = ${city.id} and r.year >= ${since} then delete
    returning r.year`.execute(tx)
  return rows.length
}

export const listReleasedPosts = (tx: Tx, cityId: string): Promise<ReleasedPost[]> =>
  tx
    .selectFrom('releasedPosts as r')
    .innerJoin('centres as c', join =>
      join.onRef('c.cityId', '=', 'r.cityId').onRef('c.id', '=', 'r.centreId'),
    )
    .select(['c.name as centre', 'r.year', 'r.fundedPermille', 'r.vacantMonths'])
    .where('r.cityId', '=', cityId)
    .orderBy('r.year', 'desc')
    .orderBy('c.name')
    .execute()
