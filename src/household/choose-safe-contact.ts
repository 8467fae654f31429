import { nobodysDesk } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound } from '../platform/refusals.ts'
import { hashOfLink, keysOf } from '../platform/web/keys.ts'
import { deskOfLink, giveNewKeys, type Safety } from '../registration/index.ts'
import { type AtDesk, findRegistrations } from './read-page.ts'
import * as store from './store.ts'

type Choice = Safety & { never: boolean; renderingKey: string }

/** With a new link where the page asks for a code from now on: without one the family itself could not come back. */
type ChoiceOutcome = { outcome: 'saved' } | { outcome: 'safe'; link: string }

/**
 * How a family may be reached, for everything on its page at once: one letter in plain words would tell it all. Where
 * somebody else may read along, the page becomes one of its own: all links and codes from before are ended, those of
 * others whose registrations stand there included, and only the new ones open it.
 */
export const chooseSafeContact = async (
  atDesk: AtDesk,
  link: string,
  { renderingKey, ...wanted }: Choice,
): Promise<ChoiceOutcome> => {
  const secret = `safe ${link} ${renderingKey}`
  const next = keysOf(secret).link
  // Sent twice, the form shows the same keys again: the answer to the first is the one that nobody sees.
  const isSentBefore = async () => (await deskOfLink(atDesk(nobodysDesk), next)) !== undefined
  if (await isSentBefore()) return { outcome: 'safe', link: next }

  const registrations = await findRegistrations(atDesk, link)
  const own = registrations.find(({ isOwn }) => isOwn) ?? registrations[0]
  const desk = atDesk(own)
  const choice = { ...wanted, hash: hashOfLink(link), now: desk.now }
  const isSafe = wanted.never || wanted.neutral === true
  const isChosen = await inTransaction(desk, async tx => {
    // Whose phone it was that said yes nobody can see; her own says yes again.
    if (isSafe) await store.stopPush(tx, desk.city.id, choice)
    if (!(await store.reachSafely(tx, desk.city.id, choice))) return false
    if (isSafe) await giveNewKeys(tx, desk, own.registrationId, secret)
    return true
  })
  if (!isChosen) orNotFound((await isSentBefore()) || undefined)
  return isSafe ? { outcome: 'safe', link: next } : { outcome: 'saved' }
}
