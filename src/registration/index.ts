export { datesToExcuse, excuse } from './absence/excuse.ts'
export { answerOffer } from './answer-offer.ts'
export { cancel } from './cancel.ts'
export { change } from './change.ts'
export { makeInvite } from './closed-groups/closed-group.ts'
export { mayTryCodes } from './code-limit.ts'
export { keepNeeds, keepPhotos, readConsents } from './consents/keep-consents.ts'
export { type CourseDay, readCourseDays } from './course-days.ts'
export { erase } from './erase.ts'
export { expireOffers } from './expire-offers.ts'
export { tellGroup } from './group/tell-group.ts'
export type { Registering, RegisterOutcome } from './joining.ts'
export { lockAndCountFamilies, tellThatItTakesPlace } from './joint.ts'
export type { Letter } from './letters-to.ts'
export { listOfSession, type RegistrationList } from './list-registrations.ts'
export { type ListToSee, listsToSee } from './lists-to-see.ts'
export { type AgainOnPage, chooseAgain, readAgain } from './message-consents/choose-again.ts'
export { messageMedia } from './message-consents/message-consent.ts'
export { AgainChoices } from './message-consents/pages/again-choices.tsx'
export { addAtDesk, countToTell } from './message-consents/tell-again.ts'
export { offerNewPlaces } from './offer-new-places.ts'
export { keepAnswers, readAnswers } from './offer-questions/answer-questions.ts'
export { chooseQuestions } from './offer-questions/choose-questions.ts'
export type { Answered } from './offer-questions/offer-question.ts'
export { answerInWords } from './offer-questions/pages/answers.tsx'
export { CourseDays } from './pages/course-days.tsx'
export { askingAt, OfferTitle, RegistrationDataNotice, whenInWords } from './pages/intake-facts.tsx'
export { SafeFields, safeValuesOf, typedSafeValues } from './pages/safe-fields.tsx'
export { stateInWords } from './pages/state-in-words.ts'
export type { PartySize } from './party.ts'
export { paths } from './paths.ts'
export { placesNeeded, type Unit } from './places.ts'
export { register } from './register.ts'
export { isLive, type RegistrationState } from './registration.ts'
export { remind } from './reminders/remind.ts'
export { registrationRoutes } from './routes.tsx'
export { RulesNote } from './rules/pages/rules-in-words.tsx'
export type { PlaceRules } from './rules/place-rules.ts'
export { setPlaceRules } from './rules/set-place-rules.ts'
export { type Safety, safetyForm } from './safe-contact.ts'
export {
  asksForCode,
  deskOfLink,
  giveNewKeys,
  newLinkFor,
  type RegistrationView,
  showRegistration,
} from './show.ts'
export { type Slip, slipFor } from './slip.ts'
export { answersOf, deleteNeeds, type Said } from './store/consents.ts'
export { deleteGroupNotices } from './store/group-notices.ts'
export { deleteMessageConsents } from './store/message-consents.ts'
export { copyQuestions, deleteAnswers } from './store/offer-questions.ts'
export { besideTitle, type ChosenRules } from './store/offers.ts'
export { copyRules } from './store/place-rules.ts'
export { putPagesTogether } from './store/same-page.ts'
export {
  previewOfCancelling,
  type Told,
  tellOfCancelledSession,
  toldOfIntake,
} from './tell-of-cancelled-session.ts'
export {
  type DateNews,
  previewOfChangedDates,
  tellOfChangedDates,
  tellOfSessionAgain,
} from './tell-of-changed-dates.ts'
export { type NotOffered, type Repeats, type ToDecide, whatWaits } from './what-waits.ts'
