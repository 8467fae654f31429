import { type Dialect, DummyDriver, sql, Transaction } from 'kysely'
import type { Database, Tx } from './connect.ts'
import type { DB } from './schema.ts'

/** Who acts, in the words of the policies (schema `acting`): each becomes a setting `app.<name>`. */
export type Scope = {
  kind: 'desk' | 'staff' | 'system' | 'visitor'
  city: string
  account?: string
  roles?: readonly string[]
  providers?: readonly string[]
  centres?: readonly string[]
  offers?: readonly string[]
  householdCentres?: readonly string[]
}

type Acting = { db: Database; scope: Scope }

/**
 * Runs the work in one transaction in which the database knows who acts. Statements that are asked for together
 * (`Promise.all`) are sent together and done in that order: one journey to the database instead of several.
 * A deadlock or a serialisation failure (SQLSTATE 40P01, 40001) is tried again, three times in all.
 */
export const inTransaction = async <Result>(
  { db, scope }: Acting,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(async tx => {
        await setScope(tx, scope)
        return withoutWaiting(tx, work)
      })
    } catch (error) {
      if (attempt === 3 || !isWorthRetrying(error)) throw error
    }
  }
}

/** Kysely would send each statement of a transaction only after the answer to the one before. */
const withoutWaiting = <Result>(tx: Tx, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  tx.getExecutor().provideConnection(connection => {
    const executor = tx.getExecutor().withConnectionProvider({ provideConnection: use => use(connection) })
    return work(new Transaction<DB>({ ...partsOfNoUseInside, executor }))
  })

const partsOfNoUseInside = {
  config: { dialect: {} as Dialect },
  dialect: {} as Dialect,
  driver: new DummyDriver(),
}

/**
 * Also spares the desk the planning: in a rush everybody does the same few things by key, and with policies a plan
 * takes longer than the thing itself. A plan is kept, and one that was made when a table was nearly empty would read
 * all of it when it has grown: so it goes by the key from the beginning.
 */
const setScope = (tx: Tx, scope: Scope) =>
  sql`select set_config('app.kind', ${scope.kind}, true), set_config('app.city', ${scope.city}, true),
    set_config('app.account', ${scope.account ?? ''}, true), set_config('app.roles', ${list(scope.roles)}, true),
    set_config('app.providers', ${list(scope.providers)}, true),
    set_config('app.centres', ${list(scope.centres)}, true),
    set_config('app.offers', ${list(scope.offers)}, true),
    set_config('app.household_centres', ${list(scope.householdCentres)}, true),
    set_config('plan_cache_mode', ${scope.kind === 'desk' ? 'force_generic_plan' : 'auto'}, true),
    set_config('enable_seqscan', ${scope.kind === 'desk' ? 'off' : 'on'}, true)`.execute(tx)

// Ids and role names only: neither holds a character that an array literal would have to quote.
const list = (values: readonly string[] = []) => `{${values.join(',')}}`

const isWorthRetrying = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === '40P01' || error.code === '40001')
