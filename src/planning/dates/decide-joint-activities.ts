import type { Context } from '../../identity/index.ts'
import { findRule, listDueDates, mayPlanJoint, outcomeOf, putDecision } from '../../joint-activities/index.ts'
import { record } from '../../platform/audit.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../../platform/refusals.ts'
import { lockAndCountFamilies, tellThatItTakesPlace } from '../../registration/index.ts'
import { cancelLocked, whyNotCancel } from './cancel-session.ts'
import * as store from './store/cancelling.ts'

/**
 * Decides on the joint activities whose day has come: too few families, and the date is called off and everybody told;
 * enough, and who left an e-mail hears that it takes place. Each date is decided once, however many processes look.
 * Runs every few minutes, per city.
 */
export const decideJointActivities = async (context: Context) => {
  requireThat(context.actor.kind === 'system')
  const { city, now } = context
  const due = await inTransaction(context, tx => listDueDates(tx, city, now))
  const faults: unknown[] = []
  for (const sessionId of due)
    await inTransaction(context, tx => decide(tx, context, sessionId)).catch(error => faults.push(error))
  if (faults.length > 0) throw faults[0]
}

export type TakesPlaceOutcome = { outcome: 'takes-place' | 'already-decided'; offerSlug: string }

/** The lead says that a date takes place, before its day or although too few have registered. */
export const letTakePlace = (context: Context, sessionId: string) =>
  inTransaction(context, async (tx): Promise<TakesPlaceOutcome> => {
    const undecided = await lockUndecided(tx, context, sessionId)
    const { session, families, minimum } = undecided
    requireThat(mayPlanJoint(context.actor, session))
    const { offerSlug } = session
    if (minimum === null) return { outcome: 'already-decided', offerSlug }
    const outcome = families >= minimum ? 'enough' : 'anyway'
    await keep(tx, context, undecided, { outcome, isByItself: false })
    return { outcome: 'takes-place', offerSlug }
  })

const decide = async (tx: Tx, context: Context, sessionId: string) => {
  const undecided = await lockUndecided(tx, context, sessionId)
  const { families, minimum } = undecided
  if (minimum === null) return
  await keep(tx, context, undecided, { outcome: outcomeOf(families, minimum), isByItself: true })
}

type Undecided = Awaited<ReturnType<typeof lockUndecided>>

/** The date under its lock, then that of its families: whoever registers meanwhile counts, or finds it called off. */
const lockUndecided = async (tx: Tx, context: Context, sessionId: string) => {
  const { id: cityId } = context.city
  const session = orNotFound(await store.lockSession(tx, cityId, sessionId))
  const intakeId = orNotFound(await store.findIntakeOf(tx, cityId, session))
  const families = await lockAndCountFamilies(tx, cityId, intakeId)
  const rule = await findRule(tx, cityId, sessionId)
  const isOpen = rule?.outcome === null && !whyNotCancel(session, context.now)
  return { session, intakeId, families, minimum: isOpen ? rule.minimum : null }
}

const keep = async (
  tx: Tx,
  context: Context,
  { session, intakeId, families }: Undecided,
  { outcome, isByItself }: { outcome: 'enough' | 'too-few' | 'anyway'; isByItself: boolean },
) => {
  const { id: sessionId, offerId, providerId, centreId } = session
  const where = { cityId: context.city.id, sessionId, offerId, providerId, centreId }
  await putDecision(tx, where, { outcome, families, isByItself, decidedAt: context.now })
  if (outcome === 'too-few') await cancelLocked(tx, context, session, { reason: 'too-few', note: '' })
  else await tellThatItTakesPlace(tx, context, intakeId)
  await record(tx, context, {
    ...{ action: 'joint-activity.decided', providerId, subjectId: sessionId },
    fields: ['outcome'],
  })
}
