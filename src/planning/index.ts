export { planningIn } from './calendar.ts'
export { cancelSession } from './cancel-session.ts'
export { decideJointActivities } from './decide-joint-activities.ts'
export type { Answers } from './draft.ts'
export { extendSeries } from './extend-series.ts'
export { fillOffers } from './fill-series.ts'
export { finishDraft } from './finish-draft.ts'
export { isKnownState, type PublicHolidays, publicHolidaysOf } from './holidays.ts'
export { adoptAnswers } from './keep-draft.ts'
export { keepOnlineLink } from './online-links.ts'
export { PlanDifference } from './pages/plan-difference.tsx'
export { ProposedFields } from './pages/proposed-fields.tsx'
export { horizonFrom } from './plan-sessions.ts'
export {
  grantProposedWish,
  planOfProposed,
  readPlanOf,
  readProposed,
  valuesToPropose,
} from './proposed-plan.ts'
export { seasonsAround } from './season.ts'
export { datesOf, type SeriesRule } from './series.ts'
export { staffPaths } from './staff-paths.ts'
export { planningRoutes } from './staff-routes.tsx'
export { deleteOnlineLinks } from './store/online-links.ts'
export { dropComing } from './store/sessions.ts'
export { listPosted, type PostedSession } from './store/staff-week.ts'
