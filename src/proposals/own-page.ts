import { type Context, todayIn } from '../identity/index.ts'
import { orNotFound } from '../platform/refusals.ts'
import { hashOfLink, isLink } from '../platform/web/keys.ts'
import type { Partner } from './proposal.ts'
import { offersBehind, openLink } from './store/links.ts'
import * as store from './store/proposals.ts'

/** A link as it was opened: whose it is, and what finds its rows. */
export type Opened = {
  partner: Partner
  key: { cityId: string; linkHash: Buffer; today: Temporal.PlainDate }
}

/** Whose link it is; undefined when it has expired, was taken back or never was one. */
export const openPartner = async (context: Context, link: string): Promise<Opened | undefined> => {
  if (!isLink(link)) return undefined
  const { city, db } = context
  const key = { cityId: city.id, linkHash: hashOfLink(link), today: todayIn(context) }
  const partner = await openLink(db, city.id, key.linkHash, key.today)
  return partner && { partner, key }
}

/** All that a partner sees: what it has proposed, and its offers with when somebody last looked at them. */
export const readOwn = async ({ db }: Context, { key }: Opened) => {
  const [proposals, offers] = await Promise.all([store.proposalsBehind(db, key), offersBehind(db, key)])
  return { proposals, offers }
}

/** One of its own proposals. */
export const readOwnProposal = async (context: Context, { key }: Opened, id: string) =>
  orNotFound((await store.proposalsBehind(context.db, key)).find(proposal => proposal.id === id))

/** One of its own offers, as families see it. */
export const readOwnOffer = async ({ db }: Context, { key }: Opened, offerId: string) => {
  const own = await offersBehind(db, key)
  return orNotFound(own.find(offer => offer.offerId === offerId && offer.state === 'published'))
}
