export { planningIn } from './calendar.ts'
export { cancelSession } from './cancel-session.ts'
export { changeDates, readDateToChange } from './change-dates.ts'
export { hideStaleOffers, readUnchecked } from './check-offers.ts'
export { closeOn } from './closing-days.ts'
export { decideJointActivities } from './decide-joint-activities.ts'
export { type Answers, blankSlot, slotsOf, withSlots } from './draft.ts'
export { extendSeries } from './extend-series.ts'
export { fillOffers } from './fill-series.ts'
export { finishDraft } from './finish-draft.ts'
export { findFollowing, follow } from './follow-source.ts'
export { rhythmNames } from './forms.ts'
export { askedAboutSince } from './freshness.ts'
export { isKnownState, type PublicHolidays, publicHolidaysOf } from './holidays.ts'
export { adoptAnswers, adoptNew } from './keep-draft.ts'
export { keepOnlineLink } from './online-links.ts'
export { PlanDifference } from './pages/plan-difference.tsx'
export { nameOfField, sentenceFor } from './pages/plan-fields.ts'
export { ProposedFields } from './pages/proposed-fields.tsx'
export { horizonFrom } from './plan-sessions.ts'
export {
  type AnsweredOffer,
  asSaved,
  listAnswered,
  planSeveral,
  problemsOf,
  type Wish,
} from './plan-several.ts'
export type { AskingStep } from './plan-steps.ts'
export {
  grantProposedWish,
  planOfProposed,
  readPlanOf,
  readProposed,
  valuesToPropose,
} from './proposed-plan.ts'
export { publishOffer } from './publish-offer.ts'
export { readStaffOffer } from './read-planned.ts'
export { seasonsAround } from './season.ts'
export { datesOf, type SeriesRule } from './series.ts'
export { staffPaths } from './staff-paths.ts'
export { planningRoutes } from './staff-routes.tsx'
export { deleteOnlineLinks } from './store/online-links.ts'
export { listPosted, type PostedSession } from './store/posted-sessions.ts'
export { dropComing } from './store/sessions.ts'
