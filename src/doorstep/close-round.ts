import { type Context, todayIn } from '../identity/index.ts'
import { letterTo, notify } from '../outreach/index.ts'
import { record } from '../platform/audit.ts'
import type { Tx } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import type { KitRequest } from './kit-request.ts'
import { mayKeepDoorstep } from './permissions.ts'
import type { Round } from './round.ts'
import { lockRequests } from './store/requests.ts'
import * as store from './store/rounds.ts'

/**
 * Ends a round, or calls it off before its day: every address is erased in this very transaction, and only sums stay. A
 * kit that hangs at a door is gone; one whose door was not found, or to which nobody came, is in stock again, for it was
 * carried home. Whoever has left an e-mail is told how it went. Of "please never ring" nothing is kept but how many said
 * so: a list of doors that outlives the round would be one more list of families.
 */
export const closeRound = (context: Context, roundId: string) =>
  inTransaction(context, async tx => {
    const round = orNotFound(await store.lockOpenRound(tx, context.city.id, roundId))
    requireThat(mayKeepDoorstep(context.actor, round))
    const asked = await lockRequests(tx, context.city.id, roundId)
    const letters = asked.filter(({ email }) => email !== '').map(request => newsFor(request, context))
    await notify(tx, context, ...letters)
    const erased = await erase(tx, context, round)
    const { providerId } = round
    await record(tx, context, { action: 'round.closed', providerId, subjectId: roundId, amount: erased })
    return { erased }
  })

/**
 * Closes the rounds that nobody has closed three days after their day, and says whose they were. Nobody is told: what
 * was not ticked by then nobody knows.
 */
export const closeForgottenRounds = async (tx: Tx, context: Context, limit: number) => {
  const rounds = await store.lockForgottenRounds(tx, context.city.id, todayIn(context), limit)
  for (const round of rounds) {
    await lockRequests(tx, context.city.id, round.id)
    await erase(tx, context, round)
  }
  return rounds.map(({ providerId }) => ({ providerId }))
}

const erase = (tx: Tx, { city, now }: Context, { id }: Round) => store.closeRound(tx, city.id, id, now)

const newsFor = (request: KitRequest, { city }: Context) =>
  letterTo(request, city.timeZone, ({ t }) => {
    const how = request.outcome ?? 'not-visited'
    return {
      subject: t(`doorstep.letter.${how}.subject`),
      paragraphs: [{ words: t(`doorstep.letter.${how}.words`) }],
    }
  })
