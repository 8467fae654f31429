import { type Context, nobodysDesk, type PageVars } from '../../identity/index.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { hashOfKey, hashOfLink, isLink, isTypedCode } from '../../platform/web/keys.ts'
import { findGuardianDesk } from '../store/guardians.ts'

/** The registration that the link of another guardian shows; nothing if it shows none. */
export const guardianOfLink = async (atDesk: PageVars['atDesk'], link: string) =>
  isLink(link) ? guardianBehind(atDesk(nobodysDesk), hashOfLink(link), false) : undefined

/** The same for a code, as somebody typed it. */
export const guardianOfCode = (atDesk: PageVars['atDesk'], code: string) =>
  guardianBehind(atDesk(nobodysDesk), hashOfKey(code), isTypedCode(code))

const guardianBehind = (context: Context, hash: Buffer, isCode: boolean) =>
  inTransaction(context, tx => findGuardianDesk(tx, context.city.id, { hash, isCode, now: context.now }))
