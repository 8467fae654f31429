import { type Context, todayIn } from '../../identity/index.ts'
import { record } from '../../platform/audit.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../../platform/refusals.ts'
import { mayChangeOffer } from '../permissions.ts'
import * as store from './store/online-links.ts'
import { findStaffOffer, listSessionsOf } from './store/staff-offers.ts'

/** `sessionId` is null for all dates that have no link of their own; an empty address takes the link away. */
export type LinkToKeep = { sessionId: string | null; address: string }

const datesToChoose = 12

/** The links of an online offer, and the next dates that may have one of their own. */
export const readOnlineLinks = (context: Context, slug: string) =>
  inTransaction(context, async tx => {
    const offer = await onlineOffer(tx, context, slug)
    const from = todayIn(context)
    const dates = await listSessionsOf(tx, context, offer.id, { from, limit: datesToChoose })
    return {
      offer,
      links: await store.listLinks(tx, context.city.id, offer.id),
      dates: dates.filter(({ state }) => state === 'planned'),
    }
  })

/** Keeps where an online offer is held, for all its dates or for one of them. */
export const keepOnlineLink = (context: Context, slug: string, { sessionId, address }: LinkToKeep) =>
  inTransaction(context, async tx => {
    const cityId = context.city.id
    const { id: offerId, providerId, centreId } = await onlineOffer(tx, context, slug)
    const ofThat = { cityId, offerId, sessionId }
    if (sessionId) orNotFound(await store.findDate(tx, { cityId, offerId, sessionId }))
    if (address) await store.putLink(tx, { ...ofThat, providerId, centreId, address })
    else await store.dropLink(tx, ofThat)
    await record(tx, context, {
      ...{ action: 'online-link.changed', providerId, subjectId: sessionId ?? offerId },
      fields: ['address'],
    })
  })

const onlineOffer = async (tx: Tx, context: Context, slug: string) => {
  const offer = orNotFound(await findStaffOffer(tx, context, slug))
  requireThat(mayChangeOffer(context.actor, offer))
  return orNotFound(offer.way === 'online' ? offer : undefined)
}
