import { type Context, todayIn } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { hashOfKey } from '../platform/web/keys.ts'
import { mayAnswer } from './permissions.ts'
import * as store from './store/questions.ts'
import { listTallies } from './store/tallies.ts'
import { monthOf } from './tally.ts'

/** What waits for an answer at the own centre, and what was answered in the last two weeks. */
export const listQuestions = async (context: Context) => {
  const questions = await inTransaction(context, tx => store.listQuestions(tx, context.city.id))
  return questions.filter(question => mayAnswer(context.actor, question))
}

export const readQuestion = async (context: Context, id: string) => {
  const question = orNotFound(await inTransaction(context, tx => store.findQuestion(tx, context.city.id, id)))
  requireThat(mayAnswer(context.actor, question))
  return question
}

/** How many questions of the own centre have waited for more than two working days. */
export const countOverdue = (context: Context) =>
  inTransaction(context, tx => store.countOverdue(tx, context.city.id, context.now))

/** Whose code somebody shows at the desk. */
export const findByCode = async (context: Context, code: string) =>
  (await inTransaction(context, tx => store.findByCode(tx, context.city.id, hashOfKey(code))))?.id

/** What was asked at the own centre in this quarter, as sums. */
export const tallyOfQuarter = (context: Context) => {
  const month = monthOf(todayIn(context))
  const from = month.subtract({ months: (month.month - 1) % 3 })
  return inTransaction(context, tx => listTallies(tx, context.city.id, from))
}
