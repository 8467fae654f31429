import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import type { Tx } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import type { JointPlan } from './forms.ts'
import { mayPlanJoint } from './permissions.ts'
import * as store from './store/plans.ts'

export type PlanOutcome =
  | { outcome: 'planned' }
  /** More families have promised to bring this thing than would be needed: its line, or null when the line is gone. */
  | { outcome: 'promised'; thing: number | null }

/** The plan of a joint activity with its coming dates, as the lead of its centre works with it. */
export const readJointPlan = (context: Context, slug: string) =>
  inTransaction(context, async tx => {
    const offer = await jointOffer(tx, context, slug)
    const plan = await store.findPlan(tx, context.city.id, offer.id)
    return { offer, plan, dates: await store.listDates(tx, context, offer.id) }
  })

/** Keeps how many families it takes, where one meets and what is needed. What families have promised stays needed. */
export const planJointActivity = (context: Context, slug: string, plan: JointPlan): Promise<PlanOutcome> =>
  inTransaction(context, async tx => {
    const { city, now } = context
    const { id: offerId, providerId, centreId, registration } = await jointOffer(tx, context, slug)
    const where = { cityId: city.id, providerId, centreId, offerId }
    // Without a registration for each date nobody could be counted or asked.
    const fits = registration === 'session' ? plan : { ...plan, minimum: null, daysBefore: null, things: [] }
    await store.lockThings(tx, where)
    const known = (await store.findPlan(tx, city.id, offerId))?.things ?? []
    const promised = known.filter(({ mostTaken }) => mostTaken > 0)
    const kept = (id: string) => fits.things.find(thing => thing.id === id)
    if (promised.some(({ id }) => !kept(id))) return { outcome: 'promised', thing: null }
    const tooFew = fits.things.findIndex(({ id, needed }) =>
      promised.some(thing => thing.id === id && needed < thing.mostTaken),
    )
    if (tooFew >= 0) return { outcome: 'promised', thing: tooFew }

    await store.putActivity(tx, where, fits, now)
    await store.putMeetingPoint(tx, where, fits.meetingPoint)
    const gone = known.filter(({ id }) => !kept(id))
    await store.dropThings(
      tx,
      where,
      gone.map(({ id }) => id),
    )
    await store.renumberTaken(tx, where)
    for (const { id, ...thing } of fits.things)
      await store.putThing(tx, where, { ...thing, id: known.some(one => one.id === id) ? id : '' })
    await record(tx, context, {
      ...{ action: 'joint-activity.planned', providerId, subjectId: offerId },
      fields: ['minimum', 'decide_days_before', 'meeting_point', 'things'],
    })
    return { outcome: 'planned' }
  })

const jointOffer = async (tx: Tx, context: Context, slug: string) => {
  const offer = orNotFound(await store.findOffer(tx, context, slug))
  requireThat(mayPlanJoint(context.actor, offer))
  return orNotFound(offer.kind === 'activity' ? offer : undefined)
}
