import { answerWork } from '../platform/lazy-process-work.ts'
import { eventsIn } from './read-events.ts'

/** The process in which calendars of others are read: a rule in them may be made to keep it busy for ever. */
answerWork(eventsIn)
