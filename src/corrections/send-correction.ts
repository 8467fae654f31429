import { randomUUIDv7 } from 'node:crypto'
import { type CentreRef, type Context, todayIn } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { requireThat } from '../platform/refusals.ts'
import { onceKeyOf } from '../platform/web/keys.ts'
import { type Correction, forgottenOn } from './correction.ts'
import { maySendCorrection } from './permissions.ts'
import * as store from './store.ts'

type Sending = Pick<Correction, 'page' | 'title' | 'what' | 'words'> & { renderingKey: string }

/** Tells the team of a centre what is wrong on one of its pages. Nothing is kept of who tells it. */
export const sendCorrection = (
  context: Context,
  { providerId, centreId }: CentreRef,
  { renderingKey, ...correction }: Sending,
) =>
  inTransaction(context, async tx => {
    requireThat(maySendCorrection(context.actor, { centreId }))
    await store.addCorrection(tx, context.city.id, {
      ...{ ...correction, id: randomUUIDv7(), providerId, centreId, language: context.language },
      ...{ sentAt: context.now, deleteOn: forgottenOn(todayIn(context)) },
      renderingKey: onceKeyOf(`${centreId} ${renderingKey}`),
    })
  })
