import type { Context } from '../../identity/index.ts'
import { record } from '../../platform/audit.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../../platform/refusals.ts'
import { mayManagePlaces } from '../permissions.ts'
import * as store from '../store/offer-questions.ts'
import { findOfferWithRules, lockOffer } from '../store/place-rules.ts'
import { type AskedQuestion, isSameQuestion } from './offer-question.ts'

/** An offer for which families register, with what it asks them besides. */
export const readOfferQuestions = (context: Context, slug: string) =>
  inTransaction(context, async tx => {
    const offer = await offerOf(tx, context, slug)
    return { offer, questions: await store.listQuestions(tx, context.city.id, offer.id) }
  })

/** Replaces what an offer asks. A question in other words is another one: what was answered to the old one is deleted. */
export const chooseQuestions = (context: Context, slug: string, asked: readonly AskedQuestion[]) =>
  inTransaction(context, async tx => {
    const { id: offerId, providerId, centreId } = await offerOf(tx, context, slug)
    await lockOffer(tx, context.city.id, offerId)
    const before = await store.listQuestions(tx, context.city.id, offerId)
    const kept = asked.map(question => before.find(one => isSameQuestion(one, question))?.id)
    const questions = asked.map((question, index) => ({ ...question, id: kept[index] }))
    const whose = { cityId: context.city.id, providerId, centreId, offerId }
    await store.replaceQuestions(tx, whose, { questions, language: context.language })
    await record(tx, context, { action: 'offer.questions-chosen', providerId, subjectId: offerId })
  })

const offerOf = async (tx: Tx, context: Context, slug: string) => {
  const offer = orNotFound(await findOfferWithRules(tx, context, slug))
  requireThat(mayManagePlaces(context.actor, offer))
  return offer
}
