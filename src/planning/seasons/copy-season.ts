import { randomUUIDv7 } from 'node:crypto'
import { ledCentre } from '../../centres/index.ts'
import { type Context, todayIn } from '../../identity/index.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { requireThat } from '../../platform/refusals.ts'
import { copyQuestions, copyRules } from '../../registration/index.ts'
import { type Dates, previewDates } from '../drafts/preview-plan.ts'
import { planOffer } from '../offers/plan-offer.ts'
import { findExisting } from '../offers/store/planned-offers.ts'
import { findPlan } from '../offers/store/stored-plan.ts'
import { mayPlan } from '../permissions.ts'
import type { OfferPlan } from '../plan/offer-plan.ts'
import { atCentre, planningIn } from '../series/calendar.ts'
import { planInSeason, type SeasonChange } from './season.ts'
import { listOffersHeldIn, noteEarlierSeason, type SeasonOffer } from './store.ts'

/** What an offer of the last season would be in the next; no dates where it goes on by itself. */
export type SeasonEntry = SeasonOffer & { copy: (Dates & { plan: OfferPlan; newId: string }) | undefined }

/** The last season of a centre with what each offer would become, before anything is saved. */
export const previewSeason = async (
  context: Context,
  centreSlug: string | undefined,
  change: SeasonChange,
) => {
  const { centre, centres } = await ledCentre(context, centreSlug)
  const entries = await inTransaction(context, async tx => {
    const { city, now, actor } = context
    requireThat(mayPlan(actor, { centreId: centre.id }))
    const planning = atCentre(await planningIn(tx, city.id, now), centre.id)
    const held = await listOffersHeldIn(tx, context, centre.id, change)
    const entries: SeasonEntry[] = []
    for (const offer of held) {
      const plan = planInSeason(await findPlan(tx, city.id, offer.id), change)
      const newId = randomUUIDv7()
      const copy = plan && { plan, newId, ...previewDates(plan, planning, todayIn(context)) }
      entries.push({ ...offer, copy })
    }
    return entries
  })
  return { centre, centres, entries }
}

type Copying = SeasonChange & {
  /** The offer that is held again, and the id of its copy: the same form sent twice copies nothing twice. */
  offers: readonly { offerId: string; newId: string }[]
}

/** Takes offers of the last season over into the next: drafts with all their dates, all or none. */
export const copySeason = async (context: Context, centreSlug: string | undefined, copying: Copying) => {
  const { centre } = await ledCentre(context, centreSlug)
  return inTransaction(context, async tx => {
    const { city } = context
    const whose = { centreId: centre.id, providerId: centre.providerId }
    requireThat(mayPlan(context.actor, whose))
    const held = new Set((await listOffersHeldIn(tx, context, centre.id, copying)).map(({ id }) => id))
    const wanted = copying.offers.filter(({ offerId }) => held.has(offerId))
    const ids = wanted.map(({ newId }) => newId)
    const before = await findExisting(tx, city.id, ids)
    for (const { offerId, newId } of wanted) {
      const plan = planInSeason(await findPlan(tx, city.id, offerId), copying)
      if (!plan || before.has(newId)) continue
      await planOffer(tx, context, { ...whose, offerId: newId, plan })
      await copyRules(tx, city.id, { from: offerId, to: newId })
      await copyQuestions(tx, city.id, { from: offerId, to: newId })
      await noteEarlierSeason(tx, city.id, { of: newId, earlier: offerId })
    }
    return { copied: (await findExisting(tx, city.id, ids)).size }
  })
}
