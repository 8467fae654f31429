import { randomUUID } from 'node:crypto'
import { inTransaction } from '../platform/database/transaction.ts'
import { enqueue } from '../platform/jobs/enqueue.ts'
import { jobNamed } from '../platform/jobs/job.ts'
import { actingAs, type Context } from './context.ts'
import type { Identity } from './identity.ts'
import type { Attempt } from './sign-in-limits.ts'
import * as store from './store/password-requests.ts'

/** The job that answers a request for a new password. It carries ids only, never an address. */
export const sendPasswordLink = jobNamed<{ cityId: string; requestId: string }>('send-password-link')

/**
 * Notes that somebody has forgotten her password. Nothing is looked up here, so that whoever asks learns neither
 * from the answer nor from its time whether there is such an account; who asks too often is not heard.
 */
export const askForPassword = async ({ limits, db }: Identity, context: Context, attempt: Attempt) => {
  if (!(await limits.mayAskForLink(attempt))) return
  const system = actingAs({ ...context, db }, { kind: 'system' })
  const [id, email] = [randomUUID(), attempt.email.toLowerCase()]
  await inTransaction(system, async tx => {
    await store.addPasswordRequest(tx, { id, email, language: context.language, askedAt: context.now })
    await enqueue(tx, sendPasswordLink, { cityId: context.city.id, requestId: id })
  })
}
