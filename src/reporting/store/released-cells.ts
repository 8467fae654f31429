import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { type Cell, type Format, type Measure, noSums } from '../figures.ts'
import { cellsToRelease } from './session-figures.ts'

type Reading = Pick<Context, 'city' | 'now'>
type Days = { from: Temporal.PlainDate; until: Temporal.PlainDate }

/** Brings what is released in line with the sums of today; answers how many cells changed. */
export const release = async (tx: Tx, reading: Reading) => {
  const now = reading.now.toString()
  const { rows } = await sql`
    merge into released_cells r
    using (${cellsToRelease(reading)}) s
    on r.city_id = s.city_id and r.centre_id = s.centre_id and r.quarter = s.quarter and r.format = s.format
      and r.measure = s.measure
    when matched and r.value <> s.value then update set value = s.value, released_at = ${now}::timestamptz
    when not matched then insert (city_id, centre_id, provider_id, quarter, format, measure, value, released_at)
      values (s.city_id, s.centre_id, s.provider_id, s.quarter, s.format, s.measure, s.value, ${now}::timestamptz)
    when not matched by source and r.city_id = ${reading.city.id} then delete
    returning r.measure`.execute(tx)
  return rows.length
}

/** What is released of all centres of the city, and when it last changed. */
export const readReleased = async (tx: Tx, cityId: string, { from, until }: Days) => {
  const rows = await tx
    .selectFrom('releasedCells')
    .select(['centreId', 'quarter', 'format', 'measure', 'value', 'releasedAt'])
    .where('cityId', '=', cityId)
    .where('quarter', '>=', from)
    .where('quarter', '<=', until)
    .orderBy('centreId')
    .orderBy('quarter')
    .orderBy('format')
    .execute()
  const cells = new Map<string, Cell>()
  for (const { centreId, quarter, format, measure, value } of rows) {
    const key = `${centreId} ${quarter} ${format}`
    const cell = cells.get(key) ?? { centreId, quarter, format: format as Format, sums: noSums() }
    cell.sums[measure as Measure] = value
    cells.set(key, cell)
  }
  return [...cells.values()]
}

/** The first quarter of which anything is released. */
export const firstReleased = async (tx: Tx, cityId: string) => {
  const { first } = await tx
    .selectFrom('releasedCells')
    .select(({ fn }) => fn.min('quarter').as('first'))
    .where('cityId', '=', cityId)
    .executeTakeFirstOrThrow()
  return first
}
