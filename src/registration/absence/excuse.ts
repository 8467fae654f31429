import type { Context } from '../../identity/index.ts'
import { record } from '../../platform/audit.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { NotFound, orNotFound } from '../../platform/refusals.ts'
import { atRegistration } from '../at-registration.ts'
import * as store from '../store/excused.ts'
import { findSeenChildren } from '../store/guardians.ts'

const datesShown = 4

/** The next dates of a course to which a family may say that it does not come; none for a single date. */
export const datesToExcuse = (
  context: Context,
  { id, offerId }: { id: string; offerId: string },
): Promise<store.CourseDate[]> =>
  inTransaction(context, tx =>
    store.listCourseDates(
      tx,
      context.city.id,
      { offerId, registrationId: id },
      { now: context.now, limit: datesShown },
    ),
  )

export type ExcuseOutcome = { outcome: 'away' | 'comes-after-all' | 'over' }

type Excusing = {
  sessionId: string
  comes: boolean
  /** The other guardian that says so. */
  guardianId?: string
}

/**
 * A family does not come on one date of its course, or comes after all. It keeps its place, and nobody else is given it
 * for that day: a child that is well again earlier finds it free. Why, is not asked; who said so, staff see. Another
 * guardian says it for all children or for none, and takes back only what a guardian has said.
 */
export const excuse = (
  context: Context,
  registrationId: string,
  { sessionId, comes, guardianId }: Excusing,
) =>
  atRegistration(context, registrationId, async (tx, registration, intake): Promise<ExcuseOutcome> => {
    const cityId = context.city.id
    const { offerId, providerId, centreId } = registration
    const date = orNotFound(await store.findDateOf(tx, cityId, { offerId, sessionId }))
    const hasBegun = Temporal.Instant.compare(date.startsAt, context.now) <= 0
    if (registration.state !== 'confirmed' || intake.sessionId || hasBegun) return { outcome: 'over' }
    if (guardianId && !(await findSeenChildren(tx, cityId, guardianId))?.areAll) throw new NotFound()

    const at = { cityId, registrationId, sessionId, providerId, centreId }
    const excusedBy = guardianId ? 'guardian' : context.actor.kind === 'staff' ? 'staff' : 'family'
    if (comes) await store.deleteExcused(tx, at, guardianId ? 'guardian' : undefined)
    else await store.writeExcused(tx, at, { excusedBy, guardianId: guardianId ?? null, now: context.now })
    await record(tx, context, {
      ...{ action: 'registration.excused', providerId, subjectId: registrationId },
    })
    return { outcome: comes ? 'comes-after-all' : 'away' }
  })
