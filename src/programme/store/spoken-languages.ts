import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'

/** The languages spoken in some published offer, most often spoken first. */
export const findSpokenLanguages = async ({ db, city }: Pick<Context, 'db' | 'city'>): Promise<string[]> => {
  const { rows } = await sql<{ language: string }>`
    select language from published.offers o, unnest(o.languages) language
    where o.city_id = ${city.id} group by language order by count(*) desc, language`.execute(db)
  return rows.map(({ language }) => language)
}
