import { randomUUIDv7 } from 'node:crypto'
import { type CentreRef, type Context, centresLedBy, type StaffMember } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { NotAllowed, orNotFound, requireThat } from '../../platform/refusals.ts'
import type { FormValues } from '../../platform/web/form.ts'
import { findExisting, lockOffer, lockOfferById } from '../offers/store/planned-offers.ts'
import { findPlan } from '../offers/store/stored-plan.ts'
import { mayChangeOffer, mayPlan } from '../permissions.ts'
import { type Answers, blankSlot, type Draft, expiryOf, withSlots } from '../plan/draft.ts'
import { answersOf } from '../plan/offer-plan.ts'
import type { AskingStep } from '../plan/plan-steps.ts'
import * as store from '../plan/store.ts'

/** Begins the plan of a new offer of a centre; nobody but its author ever sees it. */
export const beginDraft = (context: Context, centreId: string): Promise<string> =>
  inTransaction(context, async tx => {
    const { actor } = context
    requireThat(mayPlan(actor, { centreId }))
    const centre = orNotFound(centresLedBy(actor).find(centre => centre.centreId === centreId))
    const answers = { when: withSlots({}, [blankSlot]) }
    return insert(tx, context, { ...centre, offerId: null, answers })
  })

/**
 * Opens an offer for changing: a draft that says what the offer says. One that was begun before goes on, unless
 * the offer was changed since.
 */
export const beginChange = (context: Context, slug: string): Promise<string> =>
  inTransaction(context, async tx => {
    const offer = orNotFound(await lockOffer(tx, context.city.id, slug))
    requireThat(mayChangeOffer(context.actor, offer))
    const { id: offerId, centreId, providerId } = offer
    const basedOn = offer.updatedAt.toString()

    const { accountId } = memberIn(context)
    const begun = await store.findDraftOf(tx, context.city.id, { accountId, offerId }, context.now)
    if (begun?.answers.basedOn === basedOn) return begun.id
    if (begun) await store.deleteDraft(tx, context.city.id, begun.id)

    const answers = { ...answersOf(await findPlan(tx, context.city.id, offerId)), basedOn }
    return insert(tx, context, { centreId, providerId, offerId, answers })
  })

/** Makes a draft of one's own of answers that somebody else gave, for a new offer or for one that there is. */
export const adoptAnswers = async (
  tx: Tx,
  context: Context,
  { answers, offerId, ...centre }: NewDraft,
): Promise<string> => {
  requireThat(mayPlan(context.actor, centre))
  if (!offerId) return insert(tx, context, { ...centre, offerId, answers })
  const offer = orNotFound(await lockOfferById(tx, context.city.id, offerId))
  const basedOn = offer.updatedAt.toString()
  return insert(tx, context, { ...centre, offerId, answers: { ...answers, basedOn } })
}

/**
 * Makes begun plans of what comes from elsewhere, under ids of the caller's: what has such an id already, as a plan or
 * as an offer, stays as it is. Says how many are new.
 */
export const adoptNew = (
  context: Context,
  { centreId, providerId }: CentreRef,
  begun: readonly { id: string; answers: Answers }[],
): Promise<number> =>
  inTransaction(context, async tx => {
    requireThat(mayPlan(context.actor, { centreId }))
    const { accountId } = memberIn(context)
    const there = await findExisting(
      tx,
      context.city.id,
      begun.map(({ id }) => id),
    )
    const times = { changedAt: context.now, expiresAt: expiryOf(context.now) }
    let added = 0
    for (const draft of begun.filter(({ id }) => !there.has(id))) {
      const whole = { ...draft, ...times, centreId, providerId, accountId, offerId: null }
      added += await store.insertNewDraft(tx, context.city.id, whole)
    }
    return added
  })

/** Keeps what was typed in a step, right or wrong, and with it the draft for another two weeks. */
export const keepAnswers = (context: Context, draftId: string, step: AskingStep, values: FormValues) =>
  atDraft(context, draftId, async (tx, draft) => {
    const answers = { ...draft.answers, [step]: values }
    const changed = { ...draft, answers, changedAt: context.now, expiresAt: expiryOf(context.now) }
    await store.writeAnswers(tx, context.city.id, changed)
    return changed
  })

/** One's own draft; NotFound when it has expired or is somebody else's. */
export const readDraft = (context: Context, draftId: string) =>
  atDraft(context, draftId, async (_, draft) => draft)

/** Gives a draft up before its two weeks are over. */
export const discardDraft = (context: Context, draftId: string) =>
  atDraft(context, draftId, tx => store.deleteDraft(tx, context.city.id, draftId))

/** Runs the work on a draft of one's own that has not expired, while no other request changes it. */
export const atDraft = <Outcome>(
  context: Context,
  draftId: string,
  work: (tx: Tx, draft: Draft) => Promise<Outcome>,
) => inTransaction(context, async tx => work(tx, orNotFound(await findOwnDraft(tx, context, draftId))))

/** The draft, when it has not expired; throws NotAllowed when it is not the actor's own or the centre no longer is. */
export const findOwnDraft = async (tx: Tx, context: Context, draftId: string) => {
  const draft = await store.findDraft(tx, context.city.id, draftId, context.now)
  if (draft) requireThat(mayPlan(context.actor, draft) && draft.accountId === memberIn(context).accountId)
  return draft
}

type NewDraft = Pick<Draft, 'centreId' | 'providerId' | 'offerId'> & { answers: Answers }

const insert = async (tx: Tx, context: Context, draft: NewDraft) => {
  const id = randomUUIDv7()
  const times = { changedAt: context.now, expiresAt: expiryOf(context.now) }
  await store.insertDraft(tx, context.city.id, {
    ...draft,
    ...times,
    ...{ id, accountId: memberIn(context).accountId },
  })
  return id
}

const memberIn = ({ actor }: Context): StaffMember => {
  if (actor.kind !== 'staff') throw new NotAllowed()
  return actor
}
