export { closeOn } from './closing-days/closing-days.ts'
export { cancelSession } from './dates/cancel-session.ts'
export { changeDates, readDateToChange } from './dates/change-dates.ts'
export { decideJointActivities } from './dates/decide-joint-activities.ts'
export { finishDraft } from './drafts/finish-draft.ts'
export { findFollowing, follow } from './drafts/follow-source.ts'
export { adoptAnswers, adoptNew } from './drafts/keep-draft.ts'
export { PlanDifference } from './drafts/pages/plan-difference.tsx'
export {
  type AnsweredOffer,
  asSaved,
  listAnswered,
  planSeveral,
  problemsOf,
  type Wish,
} from './drafts/plan-several.ts'
export {
  grantProposedWish,
  planOfProposed,
  readPlanOf,
  readProposed,
  valuesToPropose,
} from './drafts/proposed-plan.ts'
export { hideStaleOffers, readUnchecked } from './offers/check-offers.ts'
export { askedAboutSince } from './offers/freshness.ts'
export { keepOnlineLink } from './offers/online-links.ts'
export { publishOffer } from './offers/publish-offer.ts'
export { readStaffOffer } from './offers/read-planned.ts'
export { deleteOnlineLinks } from './offers/store/online-links.ts'
export { listPosted, type PostedSession } from './offers/store/posted-sessions.ts'
export { type Answers, blankSlot, slotsOf, withSlots } from './plan/draft.ts'
export { rhythmNames } from './plan/forms.ts'
export { nameOfField, sentenceFor } from './plan/pages/plan-fields.ts'
export { ProposedFields } from './plan/pages/proposed-fields.tsx'
export type { AskingStep } from './plan/plan-steps.ts'
export { recordOffer, takeRecordingDown } from './recordings/record-offer.ts'
export { deleteRecordings } from './recordings/store.ts'
export { seasonsAround } from './seasons/season.ts'
export { planningIn } from './series/calendar.ts'
export { extendSeries } from './series/extend-series.ts'
export { fillOffers } from './series/fill-series.ts'
export { isKnownState, type PublicHolidays, publicHolidaysOf } from './series/holidays.ts'
export { horizonFrom } from './series/plan-sessions.ts'
export { datesOf, type SeriesRule } from './series/series.ts'
export { dropComing } from './series/store/sessions.ts'
export { staffPaths } from './staff-paths.ts'
export { planningRoutes } from './staff-routes.tsx'
export { keepTerm } from './translations/glossary/keep-term.ts'
export { readTranslation } from './translations/read-translations.ts'
export { saveTranslation } from './translations/save-translation.ts'
