import { randomUUIDv7 } from 'node:crypto'
import { type CentreRef, type Context, todayIn } from '../identity/index.ts'
import { listPartners } from '../network/index.ts'
import { record } from '../platform/audit.ts'
import type { Tx } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { NotFound, requireThat } from '../platform/refusals.ts'
import { newCountingCode } from '../platform/web/keys.ts'
import { findSession } from '../programme/index.ts'
import { goodUntil, type InvitedTo, type Inviting, tearOffsOfSheet } from './invitation.ts'
import { mayInvite } from './permissions.ts'
import * as store from './store/invitations.ts'

/** Makes invitations for a partner of the centre to hand on, each tear-off with a code of its own; returns their id. */
export const invite = async (
  context: Context,
  { providerId, centreId }: CentreRef,
  { partnerId, called, to, sheets }: Inviting,
) => {
  requireThat(mayInvite(context.actor, { centreId }))
  await requireOwn(context, centreId, { partnerId, to })
  const id = randomUUIDv7()
  const cityId = context.city.id
  await inTransaction(context, async tx => {
    const printed = sheets * tearOffsOfSheet
    const given = { cityId, providerId, centreId, id, partnerId, called, printed, madeAt: context.now }
    await store.addInvitation(tx, { ...given, goodUntil: goodUntil(todayIn(context)) }, to)
    await addCodes(tx, { cityId, providerId, centreId, invitationId: id }, printed)
    await record(tx, context, { action: 'invitation.printed', providerId, subjectId: id, amount: printed })
  })
  return id
}

/** A partner and a date of this very centre; ids come with the form. */
const requireOwn = async (
  context: Context,
  centreId: string,
  { partnerId, to }: { partnerId: string; to: InvitedTo },
) => {
  const partners = await listPartners(context)
  if (!partners.some(({ id, centreId: at }) => id === partnerId && at === centreId)) throw new NotFound()
  if (!('sessionId' in to)) return
  const entry = await findSession(context, to.sessionId)
  if (entry?.centre.id !== centreId) throw new NotFound()
}

/** A code that somebody already has on paper is drawn again. */
const addCodes = async (tx: Tx, whose: Parameters<typeof store.addCodes>[1], wanted: number) => {
  for (let missing = wanted; missing > 0; )
    missing -= await store.addCodes(tx, whose, Array.from({ length: missing }, newCountingCode))
}
