import { randomUUIDv7 } from 'node:crypto'
import { type CentreRef, type Context, todayIn } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { requireThat } from '../platform/refusals.ts'
import { hashOfLink, keysOf, onceKeyOf } from '../platform/web/keys.ts'
import type { Contact, Door, WantedKit } from './kit-request.ts'
import { mayAskForKits, mayKeepDoorstep } from './permissions.ts'
import { familiesMayAsk } from './round.ts'
import { lockStock } from './store/kits.ts'
import { addRequest, openByLink } from './store/requests.ts'
import { findOpenRoundOf } from './store/rounds.ts'

export type Asking = Door & {
  /** The secret of the rendered form; the same one sent twice is one request. */
  renderingKey: string
  contact: Contact
  kits: readonly WantedKit[]
}
export type AskOutcome = { outcome: 'asked'; link: string } | { outcome: 'no-round' | 'gone' }

/** Promises a household its kits on the next round of the centre, and returns the link that opens that again. */
export const askForKits = async (
  context: Context,
  { centreId, providerId }: CentreRef,
  { renderingKey, contact, kits, ...door }: Asking,
): Promise<AskOutcome> => {
  requireThat(mayAskForKits(context.actor, { centreId }))
  const { city, db, language } = context
  const secret = `${centreId} ${renderingKey}`
  const { link } = keysOf(secret)
  const linkHash = hashOfLink(link)
  const asked = await unlessRaced(() =>
    inTransaction(context, async tx => {
      const round = await findOpenRoundOf(tx, city.id, centreId)
      const isTeam = mayKeepDoorstep(context.actor, { centreId })
      if (!round || !(isTeam || familiesMayAsk(round, todayIn(context)))) return 'no-round'
      const ids = kits.map(({ kitId }) => kitId)
      const stock = new Map((await lockStock(tx, city.id, centreId, ids)).map(kit => [kit.id, kit.stock]))
      if (kits.some(({ kitId, amount }) => (stock.get(kitId) ?? 0) < amount)) return 'gone'

      const id = randomUUIDv7()
      const isNew = await addRequest(tx, city.id, {
        ...{ ...door, ...contact, kits, id, centreId, providerId, roundId: round.id, language },
        ...{ renderingKey: onceKeyOf(secret), linkHash },
      })
      if (isNew) await record(tx, context, { action: 'kit-request.entered', providerId, subjectId: id })
      return 'asked'
    }),
  )
  if (asked === 'asked') return { outcome: 'asked', link }
  // A form sent twice finds the request it has made, whether or not a kit is left.
  return (await openByLink(db, city.id, linkHash)) ? { outcome: 'asked', link } : { outcome: asked }
}

/** Whom the database refuses although the code did not has lost a race: for the last kit, or against the closing. */
const unlessRaced = async <Outcome extends string>(ask: () => Promise<Outcome>) => {
  try {
    return await ask()
  } catch (error) {
    const constraint = error instanceof Error && 'constraint' in error ? error.constraint : undefined
    if (constraint === 'stock_never_below_zero') return 'gone'
    if (constraint === 'only_in_an_open_round') return 'no-round'
    throw error
  }
}
