import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { Tally } from '../tally.ts'

type Whose = CentreRef & { cityId: string; month: Temporal.PlainDate }

/** Counts one more. There is one line for all that are alike, so that none can be told from another. */
export const addTally = (tx: Tx, whose: Whose, tally: Tally) =>
  tx
    .insertInto('questionTallies')
    .values({ ...whose, ...tally, amount: 1 })
    .onConflict(conflict =>
      conflict
        .columns(['cityId', 'centreId', 'month', 'topic', 'channel', 'language', 'referredTo'])
        .doUpdateSet(({ eb, ref }) => ({ amount: eb(ref('questionTallies.amount'), '+', 1) })),
    )
    .execute()

/** The tally of the own centres from a month on, the most frequent first. */
export const listTallies = (tx: Tx, cityId: string, from: Temporal.PlainDate) =>
  tx
    .selectFrom('questionTallies')
    .select(['topic', 'channel', 'language', 'referredTo'])
    .select(({ fn }) => fn.sum<number>('amount').as('amount'))
    .where('cityId', '=', cityId)
    .where('month', '>=', from)
    .groupBy(['topic', 'channel', 'language', 'referredTo'])
    .orderBy('amount', 'desc')
    .execute()
