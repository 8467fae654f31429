export { planningIn } from './calendar.ts'
export { cancelSession } from './cancel-session.ts'
export { extendSeries } from './extend-series.ts'
export { type Filled, type Filling, fillOffers, fillSeries, type OfferToFill } from './fill-series.ts'
export { canonicalAddress } from './filters.ts'
export { isKnownState, type PublicHolidays, publicHolidaysOf } from './holidays.ts'
export { dropExpiredDrafts } from './keep-draft.ts'
export { dayOf, momentOf, startOfDay } from './local-time.ts'
export { paths } from './paths.ts'
export { horizonFrom, type JoiningRule, type Plan, type PlanningIn, planSessions } from './plan-sessions.ts'
export { programmeRoutes } from './routes.tsx'
export {
  type Calendar,
  datesOf,
  isOpenEnded,
  type SchoolHoliday,
  type SeriesRule,
  type SkippedDate,
} from './series.ts'
export { staffPaths } from './staff-paths.ts'
export { programmeStaffRoutes } from './staff-routes.tsx'
export { dropComing } from './store/sessions.ts'
