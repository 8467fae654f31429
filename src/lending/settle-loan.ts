import { type Context, todayIn } from '../identity/index.ts'
import { letterTo, notify } from '../outreach/index.ts'
import { record } from '../platform/audit.ts'
import type { Tx } from '../platform/database/connect.ts'
import { unlessRefusedBy } from '../platform/database/refused-by.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { areFree } from './lend.ts'
import { type Loan, type LoanState, loanForgottenOn, returnForgottenOn } from './loan.ts'
import { mayLend } from './permissions.ts'
import * as store from './store/loans.ts'
import { findThing, lockThing } from './store/things.ts'
import { nameOf } from './thing.ts'

/** 'not-now': a colleague has done this step, or another one, before. */
export type StepOutcome = 'promised' | 'declined' | 'handed-out' | 'given-back' | 'none-free' | 'not-now'

/** Promises pieces for the days that were asked for; they are kept back for those days. */
export const promise = (context: Context, id: string) =>
  step(context, id, ['asked'], async (tx, loan) => {
    await lockThing(tx, context.city.id, loan.thingId)
    if (!(await areFree(tx, context, { ...loan, except: id }))) return 'none-free'
    await store.takeStep(tx, context.city.id, id, { state: 'promised' })
    await tell(tx, context, loan, 'promised')
    return 'promised'
  })

/** Says no, with a reason where there is one; also to what was promised, as long as nothing was handed out. */
export const decline = (context: Context, id: string, reason: string) =>
  step(context, id, ['asked', 'promised'], async (tx, loan) => {
    await store.takeStep(tx, context.city.id, id, { state: 'declined', reason })
    await tell(tx, context, loan, 'declined', reason)
    return 'declined'
  })

/** Somebody fetches what was promised, today: a day that was earlier or later does not matter. */
export const handOut = (context: Context, id: string, { depositTaken }: { depositTaken: boolean }) =>
  step(context, id, ['promised'], async (tx, loan) => {
    const { thingId, pieces } = loan
    const fromOn = todayIn(context)
    const dueOn = Temporal.PlainDate.compare(loan.dueOn, fromOn) < 0 ? fromOn : loan.dueOn
    await lockThing(tx, context.city.id, thingId)
    if (!(await areFree(tx, context, { thingId, pieces, fromOn, dueOn, except: id }))) return 'none-free'
    await store.takeStep(tx, context.city.id, id, {
      ...{ state: 'lent', fromOn, dueOn, depositTaken, deleteOn: loanForgottenOn(dueOn) },
    })
    return 'handed-out'
  })

/** Everything is back; from now on the days are counted after which nobody knows any more who had it. */
export const giveBack = (context: Context, id: string, { depositReturned }: { depositReturned: boolean }) =>
  step(context, id, ['lent'], async tx => {
    const returnedOn = todayIn(context)
    await store.takeStep(tx, context.city.id, id, {
      ...{ state: 'returned', returnedOn, depositReturned, deleteOn: returnForgottenOn(returnedOn) },
    })
    return 'given-back'
  })

const actions = {
  promised: 'loan.promised',
  declined: 'loan.declined',
  'handed-out': 'thing.lent',
  'given-back': 'thing.given-back',
} as const

/** One step of a loan, taken from one of the states before it. */
const step = (
  context: Context,
  id: string,
  from: readonly LoanState[],
  take: (tx: Tx, loan: Loan) => Promise<keyof typeof actions | 'none-free'>,
): Promise<{ outcome: StepOutcome }> =>
  unlessRefusedBy({ never_more_out_than_there_are: 'none-free' }, () =>
    inTransaction(context, async tx => {
      const loan = orNotFound(await store.lockLoan(tx, context.city.id, id))
      requireThat(mayLend(context.actor, loan))
      if (!from.includes(loan.state)) return { outcome: 'not-now' as const }
      const outcome = await take(tx, loan)
      if (outcome === 'none-free') return { outcome }
      const { providerId, thingId, pieces } = loan
      await record(tx, context, {
        ...{ action: actions[outcome], providerId, subjectId: thingId, amount: pieces },
      })
      return { outcome }
    }),
  )

const tell = async (
  tx: Tx,
  context: Context,
  { providerId, centreId, thingId, language, wants, fromOn, dueOn }: Loan,
  what: 'promised' | 'declined',
  reason = '',
) => {
  if (wants.reachBy !== 'email') return
  const thing = orNotFound(await findThing(tx, context.city.id, thingId))
  const reader = { providerId, centreId, language, email: wants.email }
  const letter = letterTo(reader, context.city.timeZone, ({ t, day }) => ({
    subject: t(`lending.letter.${what}.subject`),
    paragraphs: [
      {
        words: t(`lending.letter.${what}.words`, {
          ...{ thing: nameOf(thing, language), from: day(fromOn), until: day(dueOn) },
        }),
      },
      ...(reason === '' ? [] : [{ words: reason }]),
    ],
  }))
  await notify(tx, context, letter)
}
