import { randomUUIDv7 } from 'node:crypto'
import { type CentreRef, type Context, centresLedBy, todayIn } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { unlessRefusedBy } from '../platform/database/refused-by.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { NotAllowed } from '../platform/refusals.ts'
import { onceKeyOf } from '../platform/web/keys.ts'
import { differenceBetween } from './cash-book.ts'
import { mayKeepCash } from './permissions.ts'
import * as store from './store/cash.ts'

export type CountOutcome =
  | { outcome: 'counted'; differenceCents: number }
  /** Somebody took or gave money while it was counted. */
  | { outcome: 'meanwhile' }

/**
 * Signs the day sheet with what was counted: the book follows the coins, and a difference stands in it as a line of
 * its own. What was counted never changes (§ 146 Abs. 1 and 4 AO).
 */
export const countBox = (
  context: Context,
  { centreId, providerId }: CentreRef,
  { countedCents, renderingKey }: { countedCents: number; renderingKey: string },
) =>
  unlessRefusedBy({ counted_as_it_is_written: 'meanwhile' }, () =>
    inTransaction(context, async (tx): Promise<CountOutcome> => {
      const { city, actor, now } = context
      const centre = { centreId, providerId }
      if (actor.kind !== 'staff' || !mayKeepCash(actor, centre)) throw new NotAllowed()
      const countedOn = todayIn(context)
      const { balanceCents: expectedCents } = await store.findBox(tx, city.id, centreId)
      const difference = differenceBetween(expectedCents, countedCents)
      if (difference)
        await store.enter(tx, city.id, {
          ...{ ...centre, ...difference, id: randomUUIDv7(), heldOn: countedOn, bookedAt: now },
          renderingKey: onceKeyOf(renderingKey),
        })
      const sums = { countedOn, countedCents, expectedCents }
      await store.signSheet(tx, city.id, { ...centre, ...sums, countedAt: now, countedBy: actor.accountId })
      await record(tx, context, {
        ...{ action: 'cash.counted', providerId, subjectId: centreId },
      })
      return { outcome: 'counted', differenceCents: countedCents - expectedCents }
    }),
  )

/** How many of the own boxes have lines of an earlier day that nobody has counted. */
export const countForgottenBoxes = (context: Context) =>
  inTransaction(context, tx =>
    store.countForgotten(
      tx,
      context.city.id,
      centresLedBy(context.actor).map(({ centreId }) => centreId),
      todayIn(context),
    ),
  )
