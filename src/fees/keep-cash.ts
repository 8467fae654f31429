import { randomUUIDv7 } from 'node:crypto'
import { type CentreRef, type Context, todayIn } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import type { Tx } from '../platform/database/connect.ts'
import { unlessRefusedBy } from '../platform/database/refused-by.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { onceKeyOf } from '../platform/web/keys.ts'
import { mayKeepCash } from './permissions.ts'
import * as store from './store/cash.ts'
import { findPayer } from './store/payers.ts'
import { findPriced } from './store/prices.ts'

/** `renderingKey` was made when the form was shown: sent twice, it is one line of the book. */
type Sent = { cents: number; renderingKey: string }
export type CashOutcome =
  | { outcome: 'entered'; entryId: string }
  | { outcome: 'not-in-the-box' | 'more-than-was-paid' }

/** Takes money for a registration. Paying more or less than what is open is nobody's fault: the book says what came. */
export const takePayment = (context: Context, registrationId: string, sent: Sent) =>
  enter(context, sent, async tx => {
    const { id, providerId, centreId, offerId } = orNotFound(
      await findPayer(tx, context.city.id, registrationId),
    )
    return { kind: 'payment', providerId, centreId, offerId, registrationId: id }
  })

/** Takes money where nobody registers: only the offer is known. */
export const takeAtTheDoor = (context: Context, offerId: string, sent: Sent) =>
  enter(context, sent, async tx => {
    const { id, providerId, centreId } = orNotFound(await findPriced(tx, context.city.id, offerId))
    return { kind: 'payment', providerId, centreId, offerId: id }
  })

/** Gives a payment back, all of it or a part; the database refuses more than was paid. */
export const giveBack = (context: Context, entryId: string, sent: Sent & { words: string }) =>
  enter(context, sent, async tx => {
    const paid = orNotFound(await store.findEntry(tx, context.city.id, entryId))
    const { providerId, centreId, offerId, registrationId } = paid
    const { id: refundsId } = orNotFound(paid.kind === 'payment' ? paid : undefined)
    return {
      ...{ kind: 'refund', providerId, centreId, refundsId, words: sent.words },
      ...{ offerId: offerId ?? undefined, registrationId: registrationId ?? undefined },
    }
  })

/** Coins from the bank into the box, or from the box to the bank. */
export const moveCash = (
  context: Context,
  { centreId, providerId }: CentreRef,
  { kind, words, ...sent }: Sent & { kind: 'put-in' | 'taken-out'; words: string },
) => enter(context, sent, async () => ({ centreId, providerId, kind, words }))

type Line = Omit<store.NewEntry, 'id' | 'heldOn' | 'cents' | 'bookedAt' | 'renderingKey'>

const enter = (context: Context, sent: Sent, lineFor: (tx: Tx) => Promise<Line>): Promise<CashOutcome> =>
  unlessRefusedBy(
    {
      no_more_than_is_in_it: 'not-in-the-box',
      no_more_back_than_was_paid: 'more-than-was-paid',
    },
    () =>
      inTransaction(context, async tx => {
        const line = await lineFor(tx)
        requireThat(mayKeepCash(context.actor, line))
        const id = randomUUIDv7()
        const entered = await store.enter(tx, context.city.id, {
          ...{ ...line, id, cents: sent.cents, heldOn: todayIn(context), bookedAt: context.now },
          renderingKey: onceKeyOf(sent.renderingKey),
        })
        if (entered === id)
          await record(tx, context, { action: 'cash.entered', providerId: line.providerId, subjectId: id })
        return { outcome: 'entered', entryId: entered }
      }),
  )
