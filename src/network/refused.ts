import { unlessRefusedBy } from '../platform/database/refused-by.ts'

/** Why the database does not take what somebody enters. */
export type Refused = { outcome: 'known-before' | 'overlaps' }

/** Does the work, and answers with a value where a rule of the tables refused it. */
export const unlessRefused = <Outcome>(work: () => Promise<Outcome>) => unlessRefusedBy(byConstraint, work)

/** Each thing has a name of its own in its list, so that a form sent twice is one thing. */
const byConstraint: Record<string, Refused['outcome']> = {
  each_partner_once: 'known-before',
  each_contact_once: 'known-before',
  each_meeting_once: 'known-before',
  each_task_once: 'known-before',
  one_agreement_at_a_time: 'overlaps',
}
