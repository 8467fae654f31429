import type { Tx } from '../../platform/database/connect.ts'
import { dayOf } from '../../platform/local-time.ts'
import { publicHolidaysOf } from './holidays.ts'
import { horizonFrom, type PlanningIn } from './plan-sessions.ts'
import { findCity, findClosings, findSchoolHolidays } from './store/calendars.ts'

/** What a city's sessions are planned by: its clock, its holidays, and how far ahead. */
export const planningIn = async (tx: Tx, cityId: string, now: Temporal.Instant): Promise<PlanningIn> => {
  const { timeZone, country, state } = await findCity(tx, cityId)
  const schoolHolidays = await findSchoolHolidays(tx, cityId)
  const closings = await findClosings(tx, cityId)
  const publicHoliday = await publicHolidaysOf(country, state)
  const horizon = horizonFrom(dayOf(now, timeZone))
  return { timeZone, calendar: { schoolHolidays, publicHoliday, closings }, horizon }
}

/** The same for the dates of one centre, which leave out the days on which it is closed. */
export const atCentre = <Planning extends Pick<PlanningIn, 'calendar'>>(
  planning: Planning,
  centreId: string | undefined,
): Planning => (centreId ? { ...planning, calendar: { ...planning.calendar, centreId } } : planning)
