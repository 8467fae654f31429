import type { Context } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../../platform/refusals.ts'
import { type ChangeOutcome, changeOffer } from '../offers/change-offer.ts'
import { planOffer } from '../offers/plan-offer.ts'
import { publishLocked } from '../offers/publish-offer.ts'
import { lockOffer, lockOfferById } from '../offers/store/planned-offers.ts'
import { mayChangeOffer } from '../permissions.ts'
import type { Draft } from '../plan/draft.ts'
import { type OfferPlan, planFrom } from '../plan/offer-plan.ts'
import { deleteDraft } from '../plan/store.ts'
import { findOwnDraft } from './keep-draft.ts'

export type FinishOutcome =
  | ({ outcome: 'planned'; slug: string; added: number } & Shown)
  | { outcome: 'incomplete' }
  /** The button was pressed twice: the first time did it. */
  | { outcome: 'already-finished'; slug: string }
  | Exclude<ChangeOutcome, Changed>
  | (Changed & Shown)

type Changed = Extract<ChangeOutcome, { outcome: 'changed' }>
/** Withheld from families: they should see it, but nobody has decided what it needs without parents. */
type Shown = { isWithheld: boolean }

type Finishing = {
  draftId: string
  /** The offer that was changed, for a draft that is gone already; a new offer has the id of its draft. */
  offerId?: string | undefined
  publish: boolean
}

/** Whoever waits for a plan hears of it in the same transaction: here a capability above takes part. */
export type OnFinished = (
  tx: Tx,
  context: Context,
  plan: { draftId: string; offerId: string },
) => Promise<void>

/** Makes of a draft what it is for, publishes that if wished, and ends the draft, all or nothing. */
export const finishDraft = (
  context: Context,
  { draftId, offerId = draftId, publish }: Finishing,
  onFinished?: OnFinished,
): Promise<FinishOutcome> =>
  inTransaction(context, async tx => {
    const draft = await findOwnDraft(tx, context, draftId)
    if (!draft) {
      const offer = orNotFound(await lockOfferById(tx, context.city.id, offerId))
      requireThat(mayChangeOffer(context.actor, offer))
      return { outcome: 'already-finished', slug: offer.slug }
    }
    const plan = planFrom(draft.answers)
    if (!plan) return { outcome: 'incomplete' }

    const result = await carryOut(tx, context, draft, plan)
    if (result.outcome !== 'planned' && result.outcome !== 'changed') return result
    const published =
      publish &&
      (await publishLocked(tx, context, orNotFound(await lockOffer(tx, context.city.id, result.slug))))
    await onFinished?.(tx, context, { draftId, offerId: draft.offerId ?? draft.id })
    await deleteDraft(tx, context.city.id, draftId)
    return { ...result, isWithheld: published && published.outcome === 'care-undecided' }
  })

const carryOut = async (tx: Tx, context: Context, draft: Draft, plan: OfferPlan) => {
  const { id, providerId, centreId, offerId, answers } = draft
  if (offerId) return changeOffer(tx, context, { offerId, basedOn: answers.basedOn, plan })
  const { slug, added } = await planOffer(tx, context, { offerId: id, providerId, centreId, plan })
  return { outcome: 'planned' as const, slug, added }
}
