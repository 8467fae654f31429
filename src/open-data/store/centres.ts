import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'

export type PublishedCentre = {
  id: string
  slug: string
  name: string
  street: string
  postalCode: string
  town: string
  phone: string
  email: string
  latitude: number | null
  longitude: number | null
  isStepFree: boolean
  isExample: boolean
  districtCode: string
  districtName: string
  providerId: string
  provider: string
  /** Of the texts, which are in the language asked for or else in the one there is. */
  language: string
  about: string
  directions: string
  /** Times as the database writes them, HH:MM:SS. */
  hours: { weekday: number; opens: string; closes: string; notes: Record<string, string> }[]
}

/** All centres of the city, or the one of an id, with all that their pages say of them. */
export const findPublishedCentres = async (
  { db, city, language }: Pick<Context, 'db' | 'city' | 'language'>,
  id?: string,
): Promise<PublishedCentre[]> => {
  const { rows } = await sql<PublishedCentre>`
    select c.id, c.slug, c.name, c.street, c.postal_code, c.town, c.phone, c.email, c.latitude, c.longitude,
      c.is_step_free, c.is_example, d.code as district_code, d.name as district_name,
      p.id as provider_id, p.name as provider,
      coalesce(t.language, ${language}) as language, coalesce(t.about, '') as about,
      coalesce(t.directions, '') as directions,
      (select coalesce(json_agg(json_build_object('weekday', h.weekday, 'opens', h.opens, 'closes', h.closes,
          'notes', h.notes) order by h.weekday, h.opens), '[]')
        from published.opening_hours h where h.city_id = c.city_id and h.centre_id = c.id) as hours
    from published.centres c
    join published.districts d on d.city_id = c.city_id and d.id = c.district_id
    join published.providers p on p.city_id = c.city_id and p.id = c.provider_id
    left join lateral (
      select t.language, t.about, t.directions from published.centre_texts t
      where t.city_id = c.city_id and t.centre_id = c.id
      order by t.about <> '' desc, t.language = ${language} desc, t.language = 'de' desc, t.language limit 1
    ) t on true
    where c.city_id = ${city.id} and ${id ? sql`c.id = ${id}` : sql`true`}
    order by c.name, c.id`.execute(db)
  return rows
}
