import type { Context } from '../identity/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { enqueue } from '../platform/jobs/enqueue.ts'
import { deliverMessage } from './delivering.ts'
import { takeUpAgain } from './store/waiting.ts'

/** The number of these registrations is confirmed: what waited for that goes now, unless somebody has called meanwhile. */
export async function sendWhatWaited(tx: Tx, { city, now }: Context, registrationIds: readonly string[]) {
  const ids = await takeUpAgain(tx, city.id, registrationIds, now)
  if (ids.length > 0)
    await enqueue(tx, deliverMessage, ...ids.map(messageId => ({ cityId: city.id, messageId })))
}
