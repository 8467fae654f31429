import { sql } from 'kysely'
import type { Context } from '../identity/index.ts'

/** Something to apply for or to arrange at an age, in the reader's language or the one it is written in. */
export type DueMatter = {
  slug: string
  /** Age of the child in months, below zero before the birth; the upper bound is excluded. */
  fromMonths: number
  untilMonths: number
  title: string
  body: string
  language: string
  source: string
  sourceUrl: string
  checkedOn: Temporal.PlainDate
}

/** What is due at some age in this city, what comes first first. */
export const findDueMatters = async ({
  db,
  city,
  language,
}: Pick<Context, 'db' | 'city' | 'language'>): Promise<DueMatter[]> => {
  const { rows } = await sql<DueMatter>`
    select m.slug, m.from_months, m.until_months, t.title, t.body, t.language, m.source, m.source_url, m.checked_on
    from published.due_matters m
    join lateral (
      select w.title, w.body, w.language from published.due_matter_texts w
      where w.city_id = m.city_id and w.matter_id = m.id
      order by w.language = ${language} desc, w.language = 'de' desc, w.language limit 1
    ) t on true
    where m.city_id = ${city.id} order by m.from_months, m.until_months, m.slug`.execute(db)
  return rows
}
