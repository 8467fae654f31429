import { type Context, todayIn } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { mayCount } from './permissions.ts'
import * as counts from './store/head-counts.ts'
import * as sessions from './store/sessions.ts'

/** So many days back a forgotten count is remembered, and so many ahead the next session is looked for. */
const daysToRemember = 7

/** Today's sessions at the centres somebody leads and of the offers she leads, cancelled ones included. */
export const sessionsToday = (context: Context) => {
  const today = todayIn(context)
  return inTransaction(context, tx => sessions.listHeld(tx, context, { from: today, until: today }))
}

/** The sessions of the next day of the coming week on which there are any. */
export const sessionsOfNextDay = async (context: Context) => {
  const from = todayIn(context).add({ days: 1 })
  const coming = await inTransaction(context, tx =>
    sessions.listHeld(tx, context, { from, until: from.add({ days: daysToRemember - 1 }) }),
  )
  return coming.filter(({ heldOn }) => coming[0] && heldOn.equals(coming[0].heldOn))
}

/** Own sessions of the last seven days that took place and that nobody counted. */
export const uncountedSessions = (context: Context) => {
  const until = todayIn(context).subtract({ days: 1 })
  const from = until.subtract({ days: daysToRemember - 1 })
  return inTransaction(context, tx => sessions.listUncounted(tx, context, { from, until }))
}

/** A session with every version of its count, for those who may count it. */
export const openCounter = (context: Context, sessionId: string) =>
  inTransaction(context, async tx => {
    const session = orNotFound(await sessions.findHeld(tx, context, sessionId))
    requireThat(mayCount(context.actor, session))
    return { session, versions: await counts.listVersions(tx, context.city.id, sessionId) }
  })
