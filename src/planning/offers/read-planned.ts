import { ledCentre, ledCentres } from '../../centres/index.ts'
import { type Context, todayIn } from '../../identity/index.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../../platform/refusals.ts'
import { mayChangeOffer, mayPlan } from '../permissions.ts'
import { listDrafts } from '../plan/store.ts'
import { findStaffOffer, listOffersOf, listSessionsOf } from './store/staff-offers.ts'

/** Far more than a season has. */
const mostSessions = 500

/** Everything a centre offers, and what its lead has begun to plan. */
export const readProgramme = async (context: Context, centreSlug: string | undefined) => {
  const { centre, centres } = await ledCentre(context, centreSlug)
  return inTransaction(context, async tx => {
    const { actor, city, now } = context
    requireThat(mayPlan(actor, { centreId: centre.id }) && actor.kind === 'staff')
    const whose = { accountId: actor.accountId, centreId: centre.id }
    const drafts = await listDrafts(tx, city.id, whose, now)
    return { centre, centres, drafts, offers: await listOffersOf(tx, context, centre.id) }
  })
}

/** The centres one plans for, each with the plans one has begun there. */
export const readDrafts = async (context: Context) => {
  const centres = await ledCentres(context)
  return inTransaction(context, async tx => {
    const { actor, city, now } = context
    requireThat(actor.kind === 'staff')
    const begun = []
    for (const { id: centreId } of centres)
      begun.push(...(await listDrafts(tx, city.id, { accountId: actor.accountId, centreId }, now)))
    return { centres, drafts: begun }
  })
}

/** An offer with its dates from today on, as its centre's lead works with it. */
export const readStaffOffer = (context: Context, slug: string) =>
  inTransaction(context, async tx => {
    const offer = orNotFound(await findStaffOffer(tx, context, slug))
    requireThat(mayChangeOffer(context.actor, offer))
    const from = todayIn(context)
    const sessions = await listSessionsOf(tx, context, offer.id, { from, limit: mostSessions })
    return { offer, sessions }
  })
