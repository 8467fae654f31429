import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'
import type { CentreDetails, OpeningHours } from '../centre.ts'

type Reading = Pick<Context, 'db' | 'city' | 'language'>

/** A centre with its words in the reader's language, or in the one there is, and its opening hours. */
export const findCentre = async (reading: Reading, slug: string): Promise<CentreDetails | undefined> => {
  const { db, city, language } = reading
  const [row, arrival, hours] = await Promise.all([
    db
      .selectFrom('published.centres as c')
      .innerJoin('published.districts as d', join =>
        join.onRef('d.cityId', '=', 'c.cityId').onRef('d.id', '=', 'c.districtId'),
      )
      .innerJoin('published.providers as p', join =>
        join.onRef('p.cityId', '=', 'c.cityId').onRef('p.id', '=', 'c.providerId'),
      )
      .leftJoin('published.centreTexts as t', join =>
        join.onRef('t.cityId', '=', 'c.cityId').onRef('t.centreId', '=', 'c.id'),
      )
      .selectAll('c')
      .select(['d.code as districtCode', 'd.name as districtName'])
      .select(['p.slug as providerSlug', 'p.name as providerName', 'p.law', 'p.authority'])
      .select(['p.dataProtectionOfficer', 'p.dataProtectionEmail'])
      .select(['t.language', 't.about', 't.note'])
      .where('c.cityId', '=', city.id)
      .where('c.slug', '=', slug)
      .orderBy(sql`t.about <> '' desc, t.language = ${language} desc, t.language = 'de' desc, t.language`)
      .limit(1)
      .executeTakeFirst(),
    arrivalAt(reading, slug),
    openingHoursOf(reading, slug),
  ])
  return (
    row && {
      ...row,
      ...{ language: row.language ?? language, about: row.about ?? '', arrival: arrival ?? null },
      ...{ note: row.note ?? '', hours },
      provider: {
        ...{ slug: row.providerSlug, name: row.providerName, law: row.law, authority: row.authority },
        ...{ dataProtectionOfficer: row.dataProtectionOfficer, dataProtectionEmail: row.dataProtectionEmail },
      },
    }
  )
}

/** The way to a centre in the reader's language, or in one in which it is written. */
const arrivalAt = async ({ db, city, language }: Reading, slug: string) => {
  const found = await db
    .selectFrom('published.centreTexts as t')
    .innerJoin('published.centres as c', join =>
      join.onRef('c.cityId', '=', 't.cityId').onRef('c.id', '=', 't.centreId'),
    )
    .select(['t.directions as text', 't.language'])
    .where('c.cityId', '=', city.id)
    .where('c.slug', '=', slug)
    .where('t.directions', '<>', '')
    .orderBy(sql`t.language = ${language} desc, t.language = 'de' desc, t.language`)
    .limit(1)
    .executeTakeFirst()
  return found?.text && found.language ? { text: found.text, language: found.language } : undefined
}

/** When each centre is open on a weekday, by its id; closed ones are missing. */
export const findOpenOn = async ({ db, city }: Reading, weekday: number) => {
  const rows = await db
    .selectFrom('published.openingHours')
    .select(['centreId', 'opens', 'closes'])
    .where('cityId', '=', city.id)
    .where('weekday', '=', weekday)
    .orderBy('opens')
    .execute()
  return Map.groupBy(rows, ({ centreId }) => centreId)
}

const openingHoursOf = async ({ db, city }: Reading, slug: string): Promise<OpeningHours[]> => {
  const rows = await db
    .selectFrom('published.openingHours as h')
    .innerJoin('published.centres as c', join =>
      join.onRef('c.cityId', '=', 'h.cityId').onRef('c.id', '=', 'h.centreId'),
    )
    .select(['h.weekday', 'h.opens', 'h.closes', 'h.notes'])
    .where('h.cityId', '=', city.id)
    .where('c.slug', '=', slug)
    .orderBy('h.weekday')
    .orderBy('h.opens')
    .execute()
  return rows.map(row => ({ ...row, notes: row.notes as Record<string, string> }))
}
