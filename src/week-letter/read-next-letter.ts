import { ledCentres } from '../centres/index.ts'
import { type Context, todayIn } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { requireThat } from '../platform/refusals.ts'
import { letterOf } from './letter.ts'
import { maySeeLetter } from './permissions.ts'
import * as store from './store.ts'

export type NextLetter = Awaited<ReturnType<typeof readNextLetters>>[number]

/** The letter of next Sunday for the centres somebody leads, in her language, and how many get it; never who. */
export const readNextLetters = async (context: Context) => {
  const centres = await ledCentres(context)
  const today = todayIn(context)
  const sunday = today.add({ days: 7 - today.dayOfWeek })
  return inTransaction(context, tx =>
    Promise.all(
      centres.map(async ({ centreId, name }) => {
        requireThat(maySeeLetter(context.actor, { centreId }))
        const centre = { centreId, name }
        const letter = await letterOf(tx, context, { centre, sunday, link: '' })
        return { centre, letter, amount: await store.countAt(tx, context.city.id, centreId) }
      }),
    ),
  )
}
