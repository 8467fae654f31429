import type { Context } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound } from '../platform/refusals.ts'
import { entryOf } from './correction.ts'
import { maySettleCorrections } from './permissions.ts'
import * as store from './store.ts'

/** The page that somebody finds wrong; there is no other that could be. */
export const readEntry = async ({ db, city }: Pick<Context, 'db' | 'city'>, page: string) =>
  orNotFound(await store.findEntry(db, city.id, orNotFound(entryOf(page))))

/** What was found wrong at the centres somebody leads. */
export const listCorrections = async (context: Context) => {
  const all = await inTransaction(context, tx => store.listCorrections(tx, context.city.id))
  return all.filter(correction => maySettleCorrections(context.actor, correction))
}

export const countCorrections = (context: Context) =>
  inTransaction(context, tx => store.countCorrections(tx, context.city.id))
