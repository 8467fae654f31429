import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { mayKeepPinboard } from './permissions.ts'
import * as store from './store/interests.ts'

/** Two neighbours were brought together, by telephone or mail: ticked off. Returns the note it was about. */
export const passOn = (context: Context, interestId: string) =>
  inTransaction(context, async tx => {
    const cityId = context.city.id
    const interest = orNotFound(await store.lockInterest(tx, cityId, interestId))
    requireThat(mayKeepPinboard(context.actor, interest), interest)
    const { noteId, providerId, passedOnAt } = interest
    if (!passedOnAt) {
      await store.savePassedOn(tx, cityId, interestId, context.now)
      await record(tx, context, { action: 'interest.passed-on', providerId, subjectId: interestId })
    }
    return { noteId }
  })
