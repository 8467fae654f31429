import type { Context } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { requireThat } from '../../platform/refusals.ts'
import { changeOffer } from '../offers/change-offer.ts'
import { lockOfferById } from '../offers/store/planned-offers.ts'
import { findPlan } from '../offers/store/stored-plan.ts'
import { mayChangeOffer } from '../permissions.ts'
import type { Answers, Draft } from '../plan/draft.ts'
import { answersOf, planFrom } from '../plan/offer-plan.ts'
import { findDraft, writeAnswers } from '../plan/store.ts'

/** What came from elsewhere under an id: a begun plan, or the offer it has become, as they stand now. */
export type Following = { answers: Answers } & (
  | { is: 'draft'; draft: Draft }
  | { is: 'offer'; offerId: string; slug: string; basedOn: string }
)

export type FollowOutcome =
  /** `staying` are dates for which families have registered: they are held outside of the plan until staff decide. */
  | { outcome: 'followed'; staying: readonly Temporal.Instant[] }
  /** It would be no plan any more, or families have registered by what would mean something else. */
  | { outcome: 'impossible' }

/** Locks what came under an id; undefined where it was given up or is over. */
export const findFollowing = async (
  tx: Tx,
  { city, now }: Context,
  id: string,
): Promise<Following | undefined> => {
  const offer = await lockOfferById(tx, city.id, id)
  if (!offer) {
    const draft = await findDraft(tx, city.id, id, now)
    return draft && { is: 'draft', draft, answers: draft.answers }
  }
  if (offer.state === 'archived') return undefined
  const answers = answersOf(await findPlan(tx, city.id, id))
  return { is: 'offer', offerId: id, slug: offer.slug, basedOn: offer.updatedAt.toString(), answers }
}

/** Brings what came from elsewhere in line with what is said there now; the system does, when nobody is there. */
export const follow = async (
  tx: Tx,
  context: Context,
  following: Following,
  answers: Answers,
): Promise<FollowOutcome> => {
  if (following.is === 'draft') {
    requireThat(mayChangeOffer(context.actor, following.draft))
    // It still ends when its author does not touch it.
    const { id, changedAt, expiresAt } = following.draft
    await writeAnswers(tx, context.city.id, { id, answers, changedAt, expiresAt })
    return { outcome: 'followed', staying: [] }
  }
  const plan = planFrom(answers)
  if (!plan) return { outcome: 'impossible' }
  const { offerId, basedOn } = following
  const changed = await changeOffer(tx, context, { offerId, basedOn, plan })
  return changed.outcome === 'changed'
    ? { outcome: 'followed', staying: changed.staying }
    : { outcome: 'impossible' }
}
