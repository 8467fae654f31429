import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { District } from '../read-districts.ts'
import type { districtIndicators, quarters, RowOf, schoolHolidays } from '../tables.ts'
import { insertRows } from './bulk.ts'

export type Ids = ReadonlyMap<string, string>

export const findDistrictIds = async (tx: Tx, cityId: string): Promise<Map<string, string>> => {
  const rows = await tx.selectFrom('districts').select(['id', 'code']).where('cityId', '=', cityId).execute()
  return new Map(rows.map(row => [row.code, row.id]))
}

export const writeDistricts = (tx: Tx, cityId: string, districts: readonly District[], ids: Ids) =>
  insertRows(
    tx,
    'districts',
    districts.map(({ code, name, geometry }) => ({ cityId, id: idOf(ids, code), code, name, geometry })),
    { by: ['cityId', 'id'] },
  )

export const writeAliases = (
  tx: Tx,
  cityId: string,
  aliases: { alias: string; district: string }[],
  ids: Ids,
) =>
  insertRows(
    tx,
    'districtAliases',
    aliases.map(({ alias, district }) => ({ cityId, alias, districtId: idOf(ids, district) })),
    { by: ['cityId', 'alias'] },
  )

export const deleteAliases = async (tx: Tx, cityId: string, aliases: string[]) => {
  await sql`delete from district_aliases where city_id = ${cityId} and alias = any (${aliases})`.execute(tx)
}

type IndicatorRow = RowOf<typeof districtIndicators>
export type IndicatorKey = { districtId: string; indicator: string; validFrom: string }

export const writeIndicators = (
  tx: Tx,
  cityId: string,
  rows: readonly IndicatorRow[],
  districtOf: (row: IndicatorRow) => string,
) =>
  insertRows(
    tx,
    'districtIndicators',
    rows.map(row => ({
      ...{ cityId, districtId: districtOf(row), indicator: row.indicator, value: row.value, unit: row.unit },
      ...{ source: row.source, valid: `[${row.valid_from},${row.valid_until ?? ''})` },
    })),
  )

export const deleteIndicators = async (tx: Tx, cityId: string, keys: readonly IndicatorKey[]) => {
  await sql`
    delete from district_indicators d
    using unnest(${keys.map(key => key.districtId)}::uuid[], ${keys.map(key => key.indicator)}::text[],
      ${keys.map(key => key.validFrom)}::date[]) as gone (district_id, indicator, valid_from)
    where d.city_id = ${cityId} and d.district_id = gone.district_id and d.indicator = gone.indicator
      and lower(d.valid) = gone.valid_from`.execute(tx)
}

export const deleteDistricts = async (tx: Tx, cityId: string, codes: string[]) => {
  await sql`delete from districts where city_id = ${cityId} and code = any (${codes})`.execute(tx)
}

export const findQuarterIds = async (tx: Tx, cityId: string): Promise<Map<string, string>> => {
  const rows = await tx.selectFrom('quarters').select(['id', 'slug']).where('cityId', '=', cityId).execute()
  return new Map(rows.map(row => [row.slug, row.id]))
}

/** Rows of one quarter, by date: each centre answers for it until the next one does. */
export type Claims = readonly RowOf<typeof quarters>[]

export const writeQuarters = async (
  tx: Tx,
  cityId: string,
  claims: readonly Claims[],
  ids: { quarters: Ids; districts: Ids; centres: Ids },
) => {
  const latest = claims.flatMap(rows => rows.at(-1) ?? [])
  await insertRows(
    tx,
    'quarters',
    latest.map(row => ({
      ...{ cityId, id: idOf(ids.quarters, row.id), slug: row.id, name: row.name },
      ...{ districtId: idOf(ids.districts, row.district) },
      ...{ childrenUnder3: row.children_under_3, children3To5: row.children_3_to_5 },
    })),
    { by: ['cityId', 'id'] },
  )
  const changed = latest.map(row => idOf(ids.quarters, row.id))
  await sql`delete from catchments where city_id = ${cityId} and quarter_id = any (${changed}::uuid[])`.execute(
    tx,
  )
  await insertRows(
    tx,
    'catchments',
    claims.flatMap(rows =>
      rows.map((row, index) => ({
        ...{ cityId, quarterId: idOf(ids.quarters, row.id), centreId: idOf(ids.centres, row.centre) },
        valid: `[${row.valid_from},${rows[index + 1]?.valid_from ?? ''})`,
      })),
    ),
  )
}

export const deleteQuarters = async (tx: Tx, cityId: string, slugs: string[]) => {
  await sql`delete from quarters where city_id = ${cityId} and slug = any (${slugs})`.execute(tx)
}

export const writeSchoolHolidays = (tx: Tx, cityId: string, rows: readonly RowOf<typeof schoolHolidays>[]) =>
  insertRows(
    tx,
    'schoolHolidays',
    rows.map(row => ({
      ...{ cityId, firstOn: row.first, lastOn: row.last, kind: row.kind, schoolYear: row.school_year },
    })),
  )

export const deleteSchoolHolidays = async (tx: Tx, cityId: string, firstDays: string[]) => {
  await sql`delete from school_holidays where city_id = ${cityId} and first_on = any (${firstDays}::date[])`.execute(
    tx,
  )
}

/** What is named in a checked pack has an id; everything else is a bug. */
export const idOf = (ids: Ids, name: string): string => {
  const id = ids.get(name)
  if (!id) throw new Error(`"${name}" has no id, although the pack was checked.`)
  return id
}
