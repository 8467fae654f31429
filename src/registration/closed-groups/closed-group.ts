import type { Context } from '../../identity/index.ts'
import { record } from '../../platform/audit.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { orNotFound } from '../../platform/refusals.ts'
import { hashOfLink, isLink, newSecret } from '../../platform/web/keys.ts'
import { managedOffer } from '../managed-offer.ts'
import * as store from '../store/closed-groups.ts'
import type { ManagedOffer } from '../store/offers.ts'

/** An offer for which families register, and whether it takes only whoever was invited. */
export const readClosedGroup = (context: Context, slug: string) =>
  inTransaction(context, tx => managedOffer(tx, context, slug))

/**
 * Makes the link by which families join a closed group, and takes an older one back. It is returned this once: only its
 * hash is kept. An offer that was open to all is a closed group from now on.
 */
export const makeInvite = (context: Context, slug: string) =>
  inTransaction(context, async tx => {
    const invite = newSecret()
    const group = await managedOffer(tx, context, slug)
    await decide(tx, context, group, {
      ...{ action: 'group.invited', isClosedGroup: true, inviteHash: hashOfLink(invite) },
    })
    return { group, invite }
  })

/** The group stays closed, and nobody joins it any more but through the centre. */
export const takeBackInvite = (context: Context, slug: string) =>
  inTransaction(context, async tx =>
    decide(tx, context, await managedOffer(tx, context, slug), {
      ...{ action: 'group.link-taken-back', isClosedGroup: true, inviteHash: null },
    }),
  )

/** Every family may register again. */
export const openGroup = (context: Context, slug: string) =>
  inTransaction(context, async tx =>
    decide(tx, context, await managedOffer(tx, context, slug), {
      ...{ action: 'group.opened', isClosedGroup: false, inviteHash: null },
    }),
  )

/** What a link invites to: the dates for which one can register now, or will. */
export const invitedTo = (context: Context, invite: string) =>
  inTransaction(context, async tx => {
    const hash = isLink(invite) ? hashOfLink(invite) : undefined
    const group = orNotFound(hash && (await store.findInvited(tx, context, hash)))
    return { ...group, dates: await store.listOpenDates(tx, context, group.id) }
  })

type Decision = store.Closing & { action: `group.${string}` }

const decide = async (
  tx: Tx,
  context: Context,
  { id, providerId }: ManagedOffer,
  { action, ...closing }: Decision,
) => {
  await store.writeClosing(tx, context.city.id, id, closing)
  await record(tx, context, { action, providerId, subjectId: id })
}
