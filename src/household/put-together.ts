import { nobodysDesk } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { hashOfKey, hashOfLink, isTypedCode } from '../platform/web/keys.ts'
import { putPagesTogether } from '../registration/index.ts'
import { type AtDesk, findRegistrations } from './read-page.ts'

export type TogetherOutcome = { outcome: 'together' | 'other-provider' | 'unknown-code' }

/**
 * Puts another registration on the page of a family that holds the keys of both. The same name, number or address
 * would not do: anybody may type those (docs/decisions/0033).
 */
export const putTogether = async (atDesk: AtDesk, link: string, code: string): Promise<TogetherOutcome> => {
  await findRegistrations(atDesk, link)
  if (!isTypedCode(code)) return { outcome: 'unknown-code' }
  const desk = atDesk(nobodysDesk)
  const keys = { hash: hashOfLink(link), other: hashOfKey(code), now: desk.now }
  const outcome = await inTransaction(desk, tx => putPagesTogether(tx, desk.city.id, keys))
  return { outcome: outcome ?? 'unknown-code' }
}
