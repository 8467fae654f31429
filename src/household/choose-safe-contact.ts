import { nobodysDesk } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { hashOfLink } from '../platform/web/keys.ts'
import { newKeysFor, type Safety } from '../registration/index.ts'
import { type AtDesk, findRegistrations } from './read-page.ts'
import * as store from './store.ts'

type Choice = Safety & { never: boolean }

/** With new keys where the page asks for a code from now on: without one the family itself could not come back. */
type ChoiceOutcome = { outcome: 'saved' } | { outcome: 'safe'; link: string }

/** How a family may be reached, for everything on its page at once: one letter in plain words would tell it all. */
export const chooseSafeContact = async (
  atDesk: AtDesk,
  link: string,
  { never, ...safety }: Choice,
): Promise<ChoiceOutcome> => {
  const registrations = await findRegistrations(atDesk, link)
  const own = registrations.find(({ isOwn }) => isOwn) ?? registrations[0]
  const desk = atDesk(nobodysDesk)
  const choice = { ...safety, never, hash: hashOfLink(link), now: desk.now }
  await inTransaction(desk, async tx => {
    await store.reachSafely(tx, desk.city.id, choice)
    // Whose phone it was that said yes nobody can see; her own says yes again.
    if (never || safety.neutral) await store.stopPush(tx, desk.city.id, choice)
  })
  if (!safety.neutral && !never) return { outcome: 'saved' }
  return { outcome: 'safe', link: await newKeysFor(atDesk(own), own.registrationId) }
}
