import type { CentreRef, Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { requireThat } from '../platform/refusals.ts'
import { smallPictureFrom } from '../platform/small-picture.ts'
import { mayInvite } from './permissions.ts'
import * as store from './store/doors.ts'

export type ShowOutcome = { outcome: 'shown' | 'not-a-picture' }

type Showing = {
  /** A photograph as it comes from a telephone; without one the picture that is there stays. */
  photograph: Uint8Array | undefined
  /** What one sees on it, by language. */
  looks: Record<string, string>
}

/** Shows on invitations what the door looks like, made small and without what the camera wrote into it. */
export const showDoor = async (
  context: Context,
  { providerId, centreId }: CentreRef,
  { photograph, looks }: Showing,
): Promise<ShowOutcome> => {
  requireThat(mayInvite(context.actor, { centreId }))
  const bytes = photograph && (await smallPictureFrom(photograph, { width: 960, height: 540 }))
  if (photograph && !bytes) return { outcome: 'not-a-picture' }
  const whose = { cityId: context.city.id, providerId, centreId }
  return inTransaction(context, async (tx): Promise<ShowOutcome> => {
    if (bytes) await store.writePicture(tx, whose, bytes)
    else if (!(await store.findDoor(tx, whose))) return { outcome: 'not-a-picture' }
    await store.writeLooks(tx, whose, looks)
    await record(tx, context, { action: 'door.shown', providerId, subjectId: centreId })
    return { outcome: 'shown' }
  })
}

export const takeDoorDown = (context: Context, { providerId, centreId }: CentreRef) =>
  inTransaction(context, async tx => {
    requireThat(mayInvite(context.actor, { centreId }))
    const wasThere = await store.deleteDoor(tx, { cityId: context.city.id, providerId, centreId })
    if (wasThere) await record(tx, context, { action: 'door.taken-down', providerId, subjectId: centreId })
  })
