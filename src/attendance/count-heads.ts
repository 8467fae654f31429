import { createHash } from 'node:crypto'
import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { NotAllowed, orNotFound } from '../platform/refusals.ts'
import { type HeadCount, type Heads, nobody, whyNotCountable } from './head-count.ts'
import { countingRole } from './permissions.ts'
import * as store from './store/head-counts.ts'

export type Counting = {
  sessionId: string
  heads: Heads
  /** The version that was on the screen; 0 when there was none. */
  seenVersion: number
  /** Made once per rendering of the counter; the same one sent twice is one count. */
  renderingKey: string
}

export type CountOutcome =
  | { outcome: 'counted' | 'already-sent'; version: number }
  | { outcome: 'counted-meanwhile'; latest: HeadCount }
  | { outcome: 'cancelled' | 'not-started' }

/** Keeps how many came to a session. Counted again, it is a correction: the earlier versions stay readable. */
export const countHeads = (context: Context, counting: Counting) =>
  addVersion(context, { ...counting, isWithdrawn: false })

/** Takes a count back, because it was the wrong session: the session is uncounted again, and not one of nobody. */
export const withdrawCount = (context: Context, withdrawing: Omit<Counting, 'heads'>) =>
  addVersion(context, { ...withdrawing, heads: nobody, isWithdrawn: true })

const addVersion = (
  context: Context,
  { sessionId, seenVersion, renderingKey, heads, isWithdrawn }: Counting & { isWithdrawn: boolean },
) =>
  inTransaction(context, async (tx): Promise<CountOutcome> => {
    const { city, actor, now } = context
    await store.lockCounting(tx, sessionId)
    const session = orNotFound(await store.findSession(tx, city.id, sessionId))
    const countedAs = countingRole(actor, session)
    if (actor.kind !== 'staff' || !countedAs) throw new NotAllowed()

    const refusal = whyNotCountable(session, now)
    if (refusal) return { outcome: refusal }
    const onceKey = onceKeyOf(sessionId, renderingKey)
    const earlier = await store.findByRenderingKey(tx, city.id, onceKey)
    if (earlier) return { outcome: 'already-sent', version: earlier.version }
    const latest = (await store.listVersions(tx, city.id, sessionId)).at(-1)
    if (latest && latest.version !== seenVersion) return { outcome: 'counted-meanwhile', latest }

    const version = (latest?.version ?? 0) + 1
    const count = { version, heads, isWithdrawn, countedAs, countedBy: actor.accountId, countedAt: now }
    await store.insertCount(tx, city.id, session, { ...count, renderingKey: onceKey })
    await record(tx, context, {
      ...{ action: isWithdrawn ? 'head-count.withdrawn' : 'head-count.entered' },
      ...{ providerId: session.providerId, subjectId: sessionId },
    })
    return { outcome: 'counted', version }
  })

/** Keys are kept per session: one that somebody made up cannot collide with the count of another session. */
const onceKeyOf = (sessionId: string, renderingKey: string) =>
  createHash('sha256').update(`${sessionId}:${renderingKey}`).digest('hex').slice(0, 32)
