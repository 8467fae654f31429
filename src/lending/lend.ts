import { randomUUIDv7 } from 'node:crypto'
import { type Context, todayIn } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import type { Tx } from '../platform/database/connect.ts'
import { unlessRefusedBy } from '../platform/database/refused-by.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { onceKeyOf } from '../platform/web/keys.ts'
import type { PhoneOrEmail, Reach } from '../reach/index.ts'
import { freePieces } from './free-pieces.ts'
import { loanForgottenOn } from './loan.ts'
import { mayLend } from './permissions.ts'
import * as loans from './store/loans.ts'
import { findThing, lockThing } from './store/things.ts'

export type Lending = {
  /** The secret of the rendered form; the same one sent twice is one loan. */
  renderingKey: string
  called: string
  contact: PhoneOrEmail
  pieces: number
  dueOn: Temporal.PlainDate
  depositTaken: boolean
}

export type LendOutcome = { outcome: 'lent' | 'over' | 'none-free' }

/** Hands pieces of a thing to somebody who stands there, until a day. */
export const lend = (context: Context, thingId: string, lending: Lending): Promise<LendOutcome> =>
  unlessRefusedBy({ never_more_out_than_there_are: 'none-free' }, () =>
    inTransaction(context, async (tx): Promise<LendOutcome> => {
      const { city, now, language } = context
      const thing = orNotFound(await findThing(tx, city.id, thingId))
      requireThat(mayLend(context.actor, thing))
      const { renderingKey, contact, called, pieces, dueOn, depositTaken } = lending
      const today = todayIn(context)
      if (Temporal.PlainDate.compare(dueOn, today) < 0) return { outcome: 'over' }
      const onceKey = onceKeyOf(`${thingId} ${renderingKey}`)
      await lockThing(tx, city.id, thingId)
      if (await loans.isEntered(tx, city.id, onceKey)) return { outcome: 'lent' }
      const days = { fromOn: today, dueOn }
      if (!(await areFree(tx, context, { thingId, pieces, ...days }))) return { outcome: 'none-free' }

      const { providerId, centreId, depositCents } = thing
      await loans.addLoan(tx, city.id, {
        ...{ id: randomUUIDv7(), providerId, centreId, thingId, pieces, language, called, ...days },
        ...{ wants: reachBy(contact), state: 'lent', enteredAt: now, deleteOn: loanForgottenOn(dueOn) },
        ...{ depositCents: depositCents * pieces, depositTaken: depositTaken && depositCents > 0 },
        renderingKey: onceKey,
      })
      await record(tx, context, { action: 'thing.lent', providerId, subjectId: thingId, amount: pieces })
      return { outcome: 'lent' }
    }),
  )

type Wanted = {
  thingId: string
  pieces: number
  fromOn: Temporal.PlainDate
  dueOn: Temporal.PlainDate
  /** The loan that is being decided about does not stand in its own way. */
  except?: string
}

/** Whether so many pieces are there from one day to another; to be asked while the thing is locked. */
export const areFree = async (tx: Tx, context: Context, { thingId, pieces, except, ...days }: Wanted) => {
  const cityId = context.city.id
  const thing = orNotFound(await findThing(tx, cityId, thingId))
  const taken = await loans.listTaken(tx, cityId, thingId, except ?? null)
  return freePieces(thing.pieces, taken, days, todayIn(context)) >= pieces
}

const reachBy = ({ phone, email }: PhoneOrEmail): Reach => {
  if (email !== '') return { reachBy: 'email', email }
  return phone === '' ? { reachBy: 'visit' } : { reachBy: 'call', phone }
}
