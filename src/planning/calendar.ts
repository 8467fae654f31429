import type { Tx } from '../platform/database/connect.ts'
import { dayOf } from '../platform/local-time.ts'
import { publicHolidaysOf } from './holidays.ts'
import { horizonFrom, type PlanningIn } from './plan-sessions.ts'
import { findCity, findSchoolHolidays } from './store/calendars.ts'

/** What a city's sessions are planned by: its clock, its holidays, and how far ahead. */
export const planningIn = async (tx: Tx, cityId: string, now: Temporal.Instant): Promise<PlanningIn> => {
  const { timeZone, country, state } = await findCity(tx, cityId)
  const schoolHolidays = await findSchoolHolidays(tx, cityId)
  const publicHoliday = await publicHolidaysOf(country, state)
  return { timeZone, calendar: { schoolHolidays, publicHoliday }, horizon: horizonFrom(dayOf(now, timeZone)) }
}
