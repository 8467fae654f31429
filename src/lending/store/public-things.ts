import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'
import type { Taken } from '../free-pieces.ts'
import type { Thing } from '../thing.ts'

type Reading = Pick<Context, 'db' | 'city' | 'language'>

/** A thing that everybody may ask for, as everybody sees it. */
export type PublicThing = Pick<
  Thing,
  'id' | 'providerId' | 'centreId' | 'slug' | 'pieces' | 'depositCents' | 'mostDays' | 'isExample'
> & {
  centreSlug: string
  centreName: string
  /** In the language of the texts, which may be another one than the reader's. */
  textLanguage: string
  name: string
  about: string
  rules: string
}

type Which = { slug: string } | { centreId: string }

/** What everybody may borrow: at a centre, or one thing by its name in addresses. */
export const listPublicThings = async ({ db, city, language }: Reading, which: Which) => {
  const condition = 'slug' in which ? sql`t.slug = ${which.slug}` : sql`t.centre_id = ${which.centreId}`
  const { rows } = await sql<PublicThing>`
    select t.id, t.provider_id, t.centre_id, t.slug, t.pieces, t.deposit_cents, t.most_days, t.is_example,
      c.slug as centre_slug, c.name as centre_name, w.language as text_language, w.name, w.about, w.rules
    from published.lending_things t
    join published.centres c on c.city_id = t.city_id and c.id = t.centre_id
    join lateral (select * from published.lending_thing_texts x where x.city_id = t.city_id and x.thing_id = t.id
      order by x.language = ${language} desc, x.language = 'de' desc, x.language limit 1) w on true
    where t.city_id = ${city.id} and ${condition}
    order by w.name collate "de-x-icu", t.slug`.execute(db)
  return rows
}

/** When pieces of some things are promised or out, never to whom. */
export const findPublicTaken = async ({ db, city }: Reading, thingIds: readonly string[]) => {
  const { rows } = await sql<Taken & { thingId: string }>`
    select thing_id, pieces, from_on, due_on, is_out from published.lent_pieces
    where city_id = ${city.id} and thing_id = any (${thingIds}::uuid[])`.execute(db)
  return rows
}
