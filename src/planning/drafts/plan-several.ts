import type { CentreRef, Context } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { requireThat } from '../../platform/refusals.ts'
import { parseValues } from '../../platform/web/form.ts'
import { changeOffer, type HeldField } from '../offers/change-offer.ts'
import { planOffer } from '../offers/plan-offer.ts'
import { findExisting, lockOfferById } from '../offers/store/planned-offers.ts'
import { listOffersOf } from '../offers/store/staff-offers.ts'
import { findPlan } from '../offers/store/stored-plan.ts'
import { mayPlan } from '../permissions.ts'
import type { Answers } from '../plan/draft.ts'
import { answersOf, type OfferPlan, planFrom, stepForms } from '../plan/offer-plan.ts'
import { askingSteps } from '../plan/plan-steps.ts'

/** An offer with all that is said about it, in the words of the form in which it is planned. */
export type AnsweredOffer = {
  id: string
  slug: string
  /** What is hidden because nobody checked it counts as a draft: families see neither. */
  state: 'draft' | 'published'
  /** When it was changed last. */
  basedOn: string
  answers: Answers
}

/** The offers of a centre that are planned or published. */
export const listAnswered = (context: Context, { centreId }: CentreRef): Promise<AnsweredOffer[]> =>
  inTransaction(context, async tx => {
    requireThat(mayPlan(context.actor, { centreId }))
    const answered: AnsweredOffer[] = []
    for (const { id, slug, state } of await listOffersOf(tx, context, centreId)) {
      const offer = state === 'archived' ? undefined : await lockOfferById(tx, context.city.id, id)
      if (!offer || state === 'archived') continue
      const answers = answersOf(await findPlan(tx, context.city.id, id))
      const shown = state === 'published' ? state : 'draft'
      answered.push({ id, slug, state: shown, basedOn: offer.updatedAt.toString(), answers })
    }
    return answered
  })

/** What is wrong with answers, field by field of the form; nothing where they make a plan. */
export const problemsOf = (answers: Answers) =>
  askingSteps.flatMap(step => {
    const read = parseValues(answers[step] ?? {}, stepForms[step])
    return read.ok ? [] : Object.entries(read.problems).map(([field, problem]) => ({ step, field, problem }))
  })

/** The same answers as they would stand in the form once they are saved. */
export const asSaved = (answers: Answers): Answers => {
  const plan = planFrom(answers)
  return plan ? answersOf(plan) : answers
}

/** A new offer under an id of the caller's, or another plan for one that is there. */
export type Wish = { offerId: string; answers: Answers } & (
  | { isNew: true }
  | { isNew: false; basedOn: string }
)

export type Refusal =
  | { reason: 'incomplete' | 'changed-meanwhile' | 'care-undecided' }
  | { reason: 'held-by-registrations'; fields: HeldField[] }

export type SeveralOutcome =
  | { outcome: 'planned'; added: number; changed: number }
  /** One of them cannot be, so nothing was done. */
  | { outcome: 'refused'; offerId: string; refusal: Refusal }

/** Plans and changes several offers of a centre, all or none; what is new is a draft, and never planned twice. */
export const planSeveral = async (
  context: Context,
  centre: CentreRef,
  wishes: readonly Wish[],
): Promise<SeveralOutcome> => {
  try {
    return await inTransaction(context, async tx => {
      requireThat(mayPlan(context.actor, centre))
      const there = await findExisting(
        tx,
        context.city.id,
        wishes.map(({ offerId }) => offerId),
      )
      const [added, changed] = [[...wishes].filter(isNew), wishes.filter(wish => !isNew(wish))]
      // In one order, so that two tables loaded at once do not wait for each other in a circle.
      for (const wish of [...added, ...changed.sort(byId)])
        if (!(wish.isNew && there.has(wish.offerId))) await carryOut(tx, context, centre, wish)
      return { outcome: 'planned', added: added.length, changed: changed.length }
    })
  } catch (refused) {
    if (refused instanceof Refused)
      return { outcome: 'refused', offerId: refused.offerId, refusal: refused.refusal }
    throw refused
  }
}

const isNew = ({ isNew }: Wish) => isNew
const byId = (one: Wish, other: Wish) => (one.offerId < other.offerId ? -1 : 1)

const carryOut = async (tx: Tx, context: Context, centre: CentreRef, wish: Wish) => {
  const { offerId } = wish
  const plan: OfferPlan | undefined = planFrom(wish.answers)
  if (!plan) throw new Refused(offerId, { reason: 'incomplete' })
  if (wish.isNew) {
    await planOffer(tx, context, { ...centre, offerId, plan })
    return
  }
  const result = await changeOffer(tx, context, { offerId, basedOn: wish.basedOn, plan })
  if (result.outcome === 'changed-meanwhile' || result.outcome === 'care-undecided')
    throw new Refused(offerId, { reason: result.outcome })
  if (result.outcome === 'held-by-registrations')
    throw new Refused(offerId, { reason: result.outcome, fields: result.fields })
}

/** Undoes what was done for the others. */
class Refused extends Error {
  readonly offerId: string
  readonly refusal: Refusal
  constructor(offerId: string, refusal: Refusal) {
    super(refusal.reason)
    this.offerId = offerId
    this.refusal = refusal
  }
}
