import type { Context } from '../../identity/index.ts'
import { record } from '../../platform/audit.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { managedOffer } from '../managed-offer.ts'
import * as store from '../store/offer-questions.ts'
import { lockOffer } from '../store/offers.ts'
import { type AskedQuestion, isSameQuestion } from './offer-question.ts'

/** An offer for which families register, with what it asks them besides. */
export const readOfferQuestions = (context: Context, slug: string) =>
  inTransaction(context, async tx => {
    const offer = await managedOffer(tx, context, slug)
    return { offer, questions: await store.listQuestions(tx, context.city.id, offer.id) }
  })

/** Replaces what an offer asks. A question in other words is another one: what was answered to the old one is deleted. */
export const chooseQuestions = (context: Context, slug: string, asked: readonly AskedQuestion[]) =>
  inTransaction(context, async tx => {
    const { id: offerId, providerId, centreId } = await managedOffer(tx, context, slug)
    await lockOffer(tx, context.city.id, offerId)
    const before = await store.listQuestions(tx, context.city.id, offerId)
    const kept = asked.map(question => before.find(one => isSameQuestion(one, question))?.id)
    const questions = asked.map((question, index) => ({ ...question, id: kept[index] }))
    const whose = { cityId: context.city.id, providerId, centreId, offerId }
    await store.replaceQuestions(tx, whose, { questions, language: context.language })
    await record(tx, context, { action: 'offer.questions-chosen', providerId, subjectId: offerId })
  })
