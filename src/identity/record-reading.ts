import { type AuditEntry, record } from '../platform/audit.ts'
import type { Tx } from '../platform/database/connect.ts'
import { leadsCentre } from './actor.ts'
import type { Context } from './context.ts'

type Reading = AuditEntry & { providerId: string; centreId: string }

/**
 * Keeps in the provider's audit log what somebody reads because its families were opened to her for a while. What
 * staff read of their own families every day is not kept.
 */
export const recordSupportReading = async (tx: Tx, context: Context, { centreId, ...entry }: Reading) => {
  const { actor } = context
  if (actor.kind !== 'staff' || leadsCentre(actor, centreId) || !actor.supportedCentres.includes(centreId))
    return
  await record(tx, context, entry)
}
