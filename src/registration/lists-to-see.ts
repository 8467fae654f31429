import { type Context, todayIn } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import * as store from './store/lists-to-see.ts'

export type ListToSee = store.ListToSee

/** The lists of running intakes at the centres whose families a provider opened to somebody for a while. */
export const listsToSee = (context: Context): Promise<ListToSee[]> => {
  const { actor } = context
  const centreIds = actor.kind === 'staff' ? actor.supportedCentres : []
  return inTransaction(context, tx => store.findListsToSee(tx, context, centreIds, todayIn(context)))
}
