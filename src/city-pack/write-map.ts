import { randomUUIDv7 } from 'node:crypto'
import { type Compared, compare, grouped, single } from './compare.ts'
import { simplified } from './simplify.ts'
import {
  deleteAliases,
  deleteDistricts,
  deleteIndicators,
  deleteQuarters,
  deleteSchoolHolidays,
  findDistrictIds,
  findQuarterIds,
  type Ids,
  type IndicatorKey,
  idOf,
  writeAliases,
  writeDistricts,
  writeIndicators,
  writeQuarters,
  writeSchoolHolidays,
} from './store/map.ts'
import type { Writing } from './writing.ts'

/** The districts with their other names and indicators. */
export const writeMap = async ({ tx, cityId, pack, stored, afterwards }: Writing) => {
  const districts = compare(
    'districts.geojson',
    single(simplified(pack.districts), district => district.code),
    stored,
  )
  const ids = withNewIds(
    await findDistrictIds(tx, cityId),
    valuesOf(districts).map(district => district.code),
  )
  await writeDistricts(tx, cityId, valuesOf(districts), ids)
  afterwards(() => deleteDistricts(tx, cityId, districts.removed))

  const aliases = compare(
    'district-aliases.csv',
    single(pack.aliases?.rows, row => row.alias),
    stored,
  )
  await deleteAliases(tx, cityId, aliases.removed)
  await writeAliases(tx, cityId, valuesOf(aliases), ids)

  const indicators = compare(
    'district-indicators.csv',
    single(pack.indicators?.rows, row =>
      [pack.codeOf(row.district), row.indicator, row.valid_from].join('|'),
    ),
    stored,
  )
  const gone = [...indicators.removed, ...indicators.written.map(entry => entry.key)]
  await deleteIndicators(
    tx,
    cityId,
    gone.flatMap(key => indicatorKeyOf(key, ids)),
  )
  await writeIndicators(tx, cityId, valuesOf(indicators), row => idOf(ids, pack.codeOf(row.district)))
  return { districtIds: ids, compared: [districts, aliases, indicators] }
}

/** The quarters with the centre that answers for each. */
export const writeCatchments = async (
  { tx, cityId, pack, stored }: Writing,
  { districtIds, centreIds }: { districtIds: Ids; centreIds: Ids },
) => {
  const rows = pack.quarters?.rows.map(row => ({ ...row, district: pack.codeOf(row.district) }))
  const inOrder = rows?.sort((one, other) => Temporal.PlainDate.compare(one.valid_from, other.valid_from))
  const quarters = compare(
    'quarters.csv',
    grouped(inOrder, row => row.id),
    stored,
  )
  const ids = withNewIds(
    await findQuarterIds(tx, cityId),
    quarters.written.map(entry => entry.key),
  )
  await deleteQuarters(tx, cityId, quarters.removed)
  await writeQuarters(tx, cityId, valuesOf(quarters), {
    quarters: ids,
    districts: districtIds,
    centres: centreIds,
  })
  return quarters
}

export const writeHolidays = async ({ tx, cityId, pack, stored }: Writing) => {
  const holidays = compare(
    'school-holidays.csv',
    single(pack.schoolHolidays?.rows, row => row.first.toString()),
    stored,
  )
  await deleteSchoolHolidays(tx, cityId, [...holidays.removed, ...holidays.written.map(entry => entry.key)])
  await writeSchoolHolidays(tx, cityId, valuesOf(holidays))
  return holidays
}

export const valuesOf = <Value>({ written }: Compared<Value>): Value[] => written.map(entry => entry.value)

export const withNewIds = (
  known: ReadonlyMap<string, string>,
  names: readonly string[],
): Map<string, string> => {
  const ids = new Map(known)
  for (const name of names) if (!ids.has(name)) ids.set(name, randomUUIDv7())
  return ids
}

/** A district that is gone from the map has taken its indicators with it. */
const indicatorKeyOf = (key: string, ids: Ids): IndicatorKey[] => {
  const [code = '', indicator = '', validFrom = ''] = key.split('|')
  const districtId = ids.get(code)
  return districtId ? [{ districtId, indicator, validFrom }] : []
}
