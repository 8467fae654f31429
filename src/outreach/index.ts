export { bouncedIn, noteBounce } from './bounce.ts'
export { countCalls } from './calls.ts'
export { chosenIn } from './forms.ts'
export { outreachJobs } from './jobs.ts'
export { paragraphsFor, subjectOf } from './letter.ts'
export { letterTo } from './letter-to.ts'
export { type LetterToPrint, readLetters } from './letters.ts'
export {
  type CancelReason,
  type ChangedDate,
  type Contact,
  cancelReasons,
  type Message,
  type MessageFacts,
  type MessageKind,
  type Paragraph,
} from './message.ts'
export { isBrokenMobileNumber, mobileNumber } from './mobile-number.ts'
export { isToldInPerson, notify } from './notify.ts'
export { paths } from './paths.ts'
export type { Post } from './post.ts'
export { lettersIn } from './preview.ts'
export type { ReachableHours } from './reachable-hours.ts'
export { demoMailboxRoutes, outreachRoutes } from './routes.tsx'
export { sendWhatWaited } from './send-what-waited.ts'
export { deleteLetters } from './store/stored-messages.ts'
