import { ledCentre } from '../../centres/index.ts'
import { type CentreRef, type Context, todayIn } from '../../identity/index.ts'
import { listPartners } from '../../network/index.ts'
import { record } from '../../platform/audit.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { NotFound, orNotFound, requireThat } from '../../platform/refusals.ts'
import { mayPlan } from '../permissions.ts'
import { planningIn } from '../series/calendar.ts'
import { fillOffers } from '../series/fill-series.ts'
import type { ClosingReason } from '../series/series.ts'
import * as store from './store.ts'

export type ClosingTyped = {
  firstOn: Temporal.PlainDate
  lastOn: Temporal.PlainDate | null
  reason: ClosingReason
  partnerId: string | null
}
export type ClosingOutcome = { outcome: 'closed' | 'overlaps' }

/**
 * Closes a centre, or says when a partner is closed. Dates that follow and that nobody waits for go; those with
 * registrations stay, outside of the plan, until staff call them off or move them.
 */
export const closeOn = async (
  context: Context,
  centreSlug: string | undefined,
  { firstOn, lastOn, ...closing }: ClosingTyped,
): Promise<ClosingOutcome> => {
  const { centre } = await ledCentre(context, centreSlug)
  const partners = await partnersOf(context, centre.id)
  if (closing.partnerId && !partners.some(({ id }) => id === closing.partnerId)) throw new NotFound()
  return inTransaction(context, async tx => {
    const whose = { providerId: centre.providerId, centreId: centre.id }
    requireThat(mayPlan(context.actor, whose))
    await store.lockCentre(tx, context.city.id, centre.id)
    const days = { ...closing, firstOn, lastOn: lastOn ?? firstOn }
    if (await store.overlaps(tx, context.city.id, centre.id, days)) return { outcome: 'overlaps' }
    const { id } = await store.insertClosing(tx, { cityId: context.city.id, ...whose, ...days })
    await refill(tx, context, whose)
    await record(tx, context, {
      ...{ action: 'closing-days.entered', providerId: whose.providerId, subjectId: id },
      fields: ['first_on', 'last_on', 'reason'],
    })
    return { outcome: 'closed' }
  })
}

/** The centre is open after all: the dates of its series come back. */
export const openAgain = (context: Context, id: string) =>
  inTransaction(context, async tx => {
    const closing = orNotFound(await store.findClosing(tx, context.city.id, id))
    requireThat(mayPlan(context.actor, closing))
    await store.deleteClosing(tx, context.city.id, id)
    await refill(tx, context, closing)
    await record(tx, context, {
      ...{ action: 'closing-days.deleted', providerId: closing.providerId, subjectId: id },
    })
    return { centreSlug: closing.centreSlug }
  })

/** The closing days of a centre and its partners that are not over. */
export const readClosingDays = async (context: Context, centreSlug: string | undefined) => {
  const { centre, centres } = await ledCentre(context, centreSlug)
  const partners = await partnersOf(context, centre.id)
  const closings = await inTransaction(context, tx => {
    requireThat(mayPlan(context.actor, { centreId: centre.id }))
    return store.listClosings(tx, context.city.id, centre.id, todayIn(context))
  })
  return { centre, centres, partners, closings }
}

export const partnersOf = async (context: Context, centreId: string) =>
  (await listPartners(context)).filter(partner => partner.centreId === centreId)

const refill = async (tx: Tx, { city, now }: Context, { centreId }: CentreRef) => {
  const offers = await store.listOffersToRefill(tx, city.id, centreId)
  await fillOffers(tx, offers, { ...(await planningIn(tx, city.id, now)), cityId: city.id, now })
}
