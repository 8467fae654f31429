import { type Context, nobodysDesk, type PageVars } from '../../identity/index.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { hashOfLink, isLink } from '../../platform/web/keys.ts'
import * as store from '../store/message-consents.ts'

/** For what the key of a message stands; nothing once it was taken back. */
export const consentOfLink = async (atDesk: PageVars['atDesk'], link: string) => {
  const found = await consentBehind(atDesk(nobodysDesk), link)
  if (!found) return undefined
  const desk = atDesk(found)
  return inTransaction(desk, tx => store.findConsent(tx, desk, found.id))
}

/** Nothing more is sent by it, and what was kept for it is deleted. Twice is as good as once. */
export const endAgain = async (atDesk: PageVars['atDesk'], link: string) => {
  const found = await consentBehind(atDesk(nobodysDesk), link)
  if (!found) return
  const desk = atDesk(found)
  await inTransaction(desk, tx => store.deleteConsent(tx, desk.city.id, found.id))
}

const consentBehind = async (desk: Context, link: string) =>
  isLink(link)
    ? inTransaction(desk, tx => store.findConsentBehind(tx, desk.city.id, hashOfLink(link)))
    : undefined
