import { randomUUIDv7 } from 'node:crypto'
import { type CentreRef, type Context, todayIn } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { unlessRefusedBy } from '../platform/database/refused-by.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { requireThat } from '../platform/refusals.ts'
import { hashOfLink, keysOf, onceKeyOf } from '../platform/web/keys.ts'
import type { PhoneOrEmail } from '../reach/index.ts'
import type { Door, WantedKit } from './kit-request.ts'
import { mayAskForKits, mayKeepDoorstep } from './permissions.ts'
import { familiesMayAsk } from './round.ts'
import { lockStock } from './store/kits.ts'
import { addRequest, openByLink } from './store/requests.ts'
import { holdOpenRoundOf } from './store/rounds.ts'

export type Asking = Door & {
  /** The secret of the rendered form; the same one sent twice is one request. */
  renderingKey: string
  /** For whoever wants to be told how it went. */
  contact: PhoneOrEmail
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
  const { outcome } = await unlessRefusedBy(lostRaces, () =>
    inTransaction(context, async (tx): Promise<{ outcome: AskOutcome['outcome'] }> => {
      const round = await holdOpenRoundOf(tx, city.id, centreId)
      const isTeam = mayKeepDoorstep(context.actor, { centreId })
      if (!round || !(isTeam || familiesMayAsk(round, todayIn(context)))) return { outcome: 'no-round' }
      const ids = kits.map(({ kitId }) => kitId)
      const stock = new Map((await lockStock(tx, city.id, centreId, ids)).map(kit => [kit.id, kit.stock]))
      if (kits.some(({ kitId, amount }) => (stock.get(kitId) ?? 0) < amount)) return { outcome: 'gone' }

      const id = randomUUIDv7()
      const isNew = await addRequest(tx, city.id, {
        ...{ ...door, ...contact, kits, id, centreId, providerId, roundId: round.id, language },
        ...{ renderingKey: onceKeyOf(secret), linkHash },
      })
      if (isNew) await record(tx, context, { action: 'kit-request.entered', providerId, subjectId: id })
      return { outcome: 'asked' }
    }),
  )
  if (outcome === 'asked') return { outcome, link }
  // A form sent twice finds the request it has made, whether or not a kit is left.
  return (await openByLink(db, city.id, linkHash)) ? { outcome: 'asked', link } : { outcome }
}

/** Whom the database refuses although the code did not has lost a race: for the last kit, or against the closing. */
const lostRaces = { stock_never_below_zero: 'gone', only_in_an_open_round: 'no-round' } as const
