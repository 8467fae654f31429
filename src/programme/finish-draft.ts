import type { Context } from '../identity/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { orNotFound } from '../platform/refusals.ts'
import { type ChangeOutcome, changeOffer } from './change-offer.ts'
import type { Draft } from './draft.ts'
import { atDraft } from './keep-draft.ts'
import { type OfferPlan, planFrom } from './offer-plan.ts'
import { planOffer } from './plan-offer.ts'
import { publishLocked } from './publish-offer.ts'
import { deleteDraft } from './store/drafts.ts'
import { lockOffer } from './store/planned-offers.ts'

export type FinishOutcome =
  | { outcome: 'planned'; slug: string; added: number }
  | { outcome: 'incomplete' }
  | ChangeOutcome

/** Makes of a draft what it is for, publishes that if wished, and ends the draft, all or nothing. */
export const finishDraft = (
  context: Context,
  { draftId, publish }: { draftId: string; publish: boolean },
): Promise<FinishOutcome> =>
  atDraft(context, draftId, async (tx, draft) => {
    const plan = planFrom(draft.answers)
    if (!plan) return { outcome: 'incomplete' }

    const result = await carryOut(tx, context, draft, plan)
    if (result.outcome !== 'planned' && result.outcome !== 'changed') return result
    if (publish)
      await publishLocked(tx, context, orNotFound(await lockOffer(tx, context.city.id, result.slug)))
    await deleteDraft(tx, context.city.id, draftId)
    return result
  })

const carryOut = async (tx: Tx, context: Context, draft: Draft, plan: OfferPlan): Promise<FinishOutcome> => {
  const { providerId, centreId, offerId, answers } = draft
  if (offerId) return changeOffer(tx, context, { offerId, basedOn: answers.basedOn, plan })
  const { slug, added } = await planOffer(tx, context, { providerId, centreId, plan })
  return { outcome: 'planned', slug, added }
}
