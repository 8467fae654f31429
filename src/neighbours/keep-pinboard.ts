import { type Context, todayIn } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { requireThat } from '../platform/refusals.ts'
import { hashOfKey } from '../platform/web/keys.ts'
import { mayKeepPinboard } from './permissions.ts'
import * as interests from './store/interests.ts'
import * as notes from './store/notes.ts'

/** The notes of the own centres and who waits to be passed on; what hung for its thirty days stands no more. */
export const readOwnPinboards = (context: Context) =>
  inTransaction(context, async tx => {
    const all = await notes.listNotes(tx, context.city.id)
    const today = todayIn(context)
    return {
      waiting: all.filter(({ approvedAt }) => approvedAt === null),
      hanging: all.filter(
        ({ shownUntil }) => shownUntil !== null && Temporal.PlainDate.compare(shownUntil, today) >= 0,
      ),
      interests: await interests.listWaitingInterests(tx, context.city.id),
    }
  })

/** One note with everybody who is interested in it. */
export const readNoteWithInterests = (context: Context, id: string) =>
  inTransaction(context, async tx => {
    const note = await notes.findNote(tx, context.city.id, id)
    requireThat(mayKeepPinboard(context.actor, note), note)
    return { note, interests: await interests.listInterestsIn(tx, context.city.id, id) }
  })

/** How many notes wait to be approved, and how many families to be passed on. */
export const countWaiting = (context: Context) =>
  inTransaction(context, async tx => {
    const [approvals, answers] = await Promise.all([
      notes.countWaitingNotes(tx, context.city.id),
      interests.countWaitingInterests(tx, context.city.id),
    ])
    return { approvals, answers }
  })

/** The note whose sender, or who is interested in it, shows a code at the desk. */
export const findNoteByCode = (context: Context, code: string) =>
  inTransaction(context, async tx => {
    const codeHash = hashOfKey(code)
    const found =
      (await notes.findNoteByCode(tx, context.city.id, codeHash)) ??
      (await interests.findNoteOfInterest(tx, context.city.id, codeHash))
    return found?.id
  })
