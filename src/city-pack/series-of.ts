import type { SeriesRule } from '../planning/index.ts'
import type { dates, RowOf } from './tables.ts'

export type DatesRow = RowOf<typeof dates>

/** The series that a checked row of dates.csv describes. */
export const seriesOf = (row: DatesRow): SeriesRule => {
  const listed = [...row.dates].sort(Temporal.PlainDate.compare)
  const firstOn = row.first ?? listed[0]
  if (!firstOn) throw new Error('A series was read that had not been checked.')
  return {
    ...{ rule: row.rule, weekday: row.weekday, nth: row.nth, starts: row.starts, ends: row.ends },
    ...{ firstOn, lastOn: row.last, units: row.units, exceptOn: row.except, dates: listed },
    ...{ skipsSchoolHolidays: row.skip_school_holidays, skipsPublicHolidays: row.skip_public_holidays },
  }
}
