import type { Context } from '../../identity/index.ts'
import { withLockedPlace, withPlace } from '../consents/keep-consents.ts'
import { listAnswered, replaceAnswers } from '../store/offer-questions.ts'
import { fittingAnswer } from './offer-question.ts'

/** What the offer asks a family with a place, and what it has answered. */
export const readAnswers = (context: Context, registrationId: string) =>
  withPlace(context, registrationId, (tx, { id }) => listAnswered(tx, context.city.id, id))

/** Replaces what was answered before; leaving a field empty is all it takes to take an answer back. */
export const keepAnswers = (context: Context, registrationId: string, typed: ReadonlyMap<string, string>) =>
  withLockedPlace(context, registrationId, async (tx, registration) => {
    const asked = await listAnswered(tx, context.city.id, registration.id)
    const answers = asked
      .map(question => ({
        questionId: question.id,
        words: fittingAnswer(question, typed.get(question.id) ?? ''),
      }))
      .filter(({ words }) => words !== '')
    await replaceAnswers(tx, context.city.id, registration, { answers, now: context.now })
    return { outcome: answers.length > 0 ? ('kept' as const) : ('taken-back' as const) }
  })
