import { type Context, todayIn } from '../identity/index.ts'
import { letterTo, notify } from '../outreach/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { mayAnswer } from './permissions.ts'
import { deleteAnsweredOn } from './question.ts'
import * as store from './store/questions.ts'
import { addTally } from './store/tallies.ts'
import { monthOf, type Tally } from './tally.ts'

export type Answering = Omit<Tally, 'channel'> & { answer: string }
export type AnswerOutcome = { outcome: 'answered' | 'answered-before' }

/**
 * Answers a question and counts it without a name. Whoever wanted an e-mail is sent the answer; a call, a short
 * message or a visit is somebody's own to make, and the answer is what the family finds again under its code.
 */
export const answer = (context: Context, questionId: string, { answer: words, ...counted }: Answering) =>
  inTransaction(context, async (tx): Promise<AnswerOutcome> => {
    const cityId = context.city.id
    const question = orNotFound(await store.lockQuestion(tx, cityId, questionId))
    requireThat(mayAnswer(context.actor, question))
    if (question.answeredAt) return { outcome: 'answered-before' }

    const { providerId, centreId, channel, wants, language } = question
    const today = todayIn(context)
    await store.saveAnswer(tx, cityId, questionId, {
      ...{ answer: words, answeredAt: context.now, deleteOn: deleteAnsweredOn(today) },
    })
    await addTally(tx, { cityId, providerId, centreId, month: monthOf(today) }, { ...counted, channel })
    if (wants.reachBy === 'email') {
      const reader = { providerId, centreId, language, email: wants.email }
      const letter = letterTo(reader, context.city.timeZone, ({ t }) => ({
        subject: t('questions.letter.subject'),
        paragraphs: [{ words: t('questions.letter.lead') }, { words }],
      }))
      await notify(tx, context, letter)
    }
    await record(tx, context, { action: 'question.answered', providerId, subjectId: questionId })
    return { outcome: 'answered' }
  })
