import { type Context, todayIn } from '../identity/index.ts'
import { findSessions, weekOf } from '../programme/index.ts'

/** The Monday of the week that is printed without a wish: this one, and on Sunday already the next. */
export const weekToPrint = (context: Pick<Context, 'now' | 'city'>, wish?: Temporal.PlainDate) =>
  mondayOf(wish ?? todayIn(context).add({ days: 1 }))

/**
 * The whole week of a centre from Monday to Sunday, as families find it: also the days that are over by now, so that
 * the sheet is the same all week.
 */
export const readWeek = async (context: Context, centreSlug: string, monday: Temporal.PlainDate) => {
  const now = monday.toZonedDateTime(context.city.timeZone).toInstant()
  const until = monday.add({ days: 6 })
  return weekOf(monday, await findSessions({ ...context, now }, { from: monday, until, centre: centreSlug }))
}

/** Seven days of a centre from today on, with all of today. */
export const readComingDays = async (context: Context, centreSlug: string, today: Temporal.PlainDate) => {
  const now = today.toZonedDateTime(context.city.timeZone).toInstant()
  const until = today.add({ days: 6 })
  return weekOf(today, await findSessions({ ...context, now }, { from: today, until, centre: centreSlug }))
}

const mondayOf = (day: Temporal.PlainDate) => day.subtract({ days: day.dayOfWeek - 1 })
