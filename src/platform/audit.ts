import type { Database, Tx } from './database/connect.ts'
import { inTransaction, type Scope } from './database/transaction.ts'
import { insertEntry } from './store/audit-entries.ts'

/** The part of a use case's context that the audit log needs. */
type Acting = {
  city: { id: string }
  actor: { kind: string; accountId?: string }
  now: Temporal.Instant
}

/** What was done to what: an id and the names of the fields, never their values. */
export type AuditEntry = {
  /** Subject and verb, such as `session.cancelled`. */
  action: `${string}.${string}`
  /** The provider that answers for the data; null for what concerns the city alone. */
  providerId: string | null
  subjectId?: string
  fields?: readonly string[]
  /** How many, where what was done concerns a whole set and must name nobody. */
  amount?: number
}

/**
 * Appends to the audit log what a member of staff or a job does, in the transaction that does it. What a
 * family does for itself is not recorded: it has no account, and nobody keeps a diary about it.
 */
export const record = async (tx: Tx, { city, actor, now }: Acting, entry: AuditEntry) => {
  const accountId = actor.kind === 'system' ? 'system' : actor.accountId
  if (accountId === undefined) return
  await insertEntry(tx, {
    cityId: city.id,
    providerId: entry.providerId,
    at: now,
    accountId,
    action: entry.action,
    subjectId: entry.subjectId ?? null,
    fields: [...(entry.fields ?? [])],
    amount: entry.amount ?? null,
  })
}

/** Appends that something was refused, in a transaction of its own: the refused one rolls back. */
export const recordRefusal = (context: Acting & { db: Database; scope: Scope }, entry: AuditEntry) =>
  inTransaction(context, tx => record(tx, context, entry))
