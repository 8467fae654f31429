import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { mayInvite } from './permissions.ts'
import * as store from './store/invitations.ts'

/** Takes invitations back, such as a sheet that was lost: no tear-off of it counts any more. */
export const takeBack = (context: Context, id: string) =>
  inTransaction(context, async tx => {
    const cityId = context.city.id
    const { providerId, centreId } = orNotFound(await store.lockInvitation(tx, cityId, id))
    requireThat(mayInvite(context.actor, { centreId }))
    await store.deleteInvitation(tx, cityId, id)
    await record(tx, context, { action: 'invitation.taken-back', providerId, subjectId: id })
  })
