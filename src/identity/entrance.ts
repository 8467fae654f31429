import { randomUUID } from 'node:crypto'
import type { Tx } from '../platform/database/connect.ts'
import { enqueue } from '../platform/jobs/enqueue.ts'
import { jobNamed } from '../platform/jobs/job.ts'
import { issueSetUpToken } from './accounts.ts'
import type { Context } from './context.ts'
import type { Identity } from './identity.ts'
import * as store from './store/sign-ins.ts'

/** How somebody comes to what she is given; with neither, by the sign-in that she has. */
export type Entrance = {
  /** Of a link for whoever gives it to hand over: nobody has a way into the account yet, or any more. */
  setUpToken?: string
  /** Somebody else handed over the link to her account. What she is given counts when she has used the one we mail. */
  isMailed?: true
}

/** The job that mails somebody the link with which her account becomes hers alone. It carries ids only. */
export const sendProofLink = jobNamed<{ cityId: string; requestId: string; accountId: string }>(
  'send-proof-link',
)

/**
 * Opens a way in for a right that is about to be given by a provider or the city. Asked before the right is written:
 * an account without any right is emptied first, because whoever set it up may have waited for this.
 */
export const openEntrance = async (
  accounts: Pick<Identity, 'auth'>,
  tx: Tx,
  context: Context,
  { accountId, answering }: { accountId: string; answering: string },
): Promise<Entrance> => {
  const account = await store.lockAccount(tx, accountId)
  // Demo accounts belong to everybody.
  if (!account || account.isDemo) return {}
  if (!(await store.worksAnywhere(tx, accountId, context.now))) {
    await store.clearSignIn(tx, accountId, context.actor.kind === 'system' ? null : [answering])
    return { setUpToken: await issueSetUpToken(accounts, accountId) }
  }
  if (await store.countsFor(tx, accountId, answering)) return {}
  await mailProofLink(tx, context, accountId)
  return { isMailed: true }
}

export const mailProofLink = (tx: Tx, { city }: Context, accountId: string) =>
  enqueue(tx, sendProofLink, { cityId: city.id, requestId: randomUUID(), accountId })

/** When the last right of an account has ended, so do its ways in: nobody keeps them for the next one. */
export const closeUnusedSignIn = async (tx: Tx, accountId: string, now: Temporal.Instant) => {
  const account = await store.lockAccount(tx, accountId)
  if (!account || account.isDemo || (await store.worksAnywhere(tx, accountId, now))) return
  await store.clearSignIn(tx, accountId, [])
}
