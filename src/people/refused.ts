import { unlessRefusedBy } from '../platform/database/refused-by.ts'

/** Why the database does not take an assignment or a contract. */
export type Refused = { outcome: 'too-many-hours' | 'no-post' | 'already-there' | 'deputy-taken' }

/**
 * Does the work, and answers with a value where a rule of the tables refused it: they see all posts of a person, also
 * those the acting lead may not see, and they stand behind two who do the same at once.
 */
export const unlessRefused = <Outcome>(work: () => Promise<Outcome>) => unlessRefusedBy(byConstraint, work)

const byConstraint: Record<string, Refused['outcome']> = {
  no_hour_counted_twice: 'too-many-hours',
  held_while_there_is_a_post: 'no-post',
  once_on_a_post_at_a_time: 'already-there',
  one_deputy_at_a_time: 'deputy-taken',
}
