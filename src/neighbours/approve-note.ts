import { type Context, todayIn } from '../identity/index.ts'
import { letterTo, notify } from '../outreach/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { requireThat } from '../platform/refusals.ts'
import type { WrittenNote } from './forms.ts'
import { deleteApprovedOn, type Note, shownUntilFor } from './note.ts'
import { paths } from './paths.ts'
import { mayKeepPinboard } from './permissions.ts'
import * as store from './store/notes.ts'
import { type TooPrivate, tooPrivate } from './too-private.ts'

export type ApproveOutcome = { outcome: 'approved' | 'approved-before' } | TooPrivate

/**
 * Hangs a note for thirty days, as the team mended it; what may not be public is refused once more. Whoever left an
 * e-mail is told until when it hangs.
 */
export const approveNote = (context: Context, noteId: string, mended: WrittenNote) =>
  inTransaction(context, async (tx): Promise<ApproveOutcome> => {
    const cityId = context.city.id
    const note = await store.lockNote(tx, cityId, noteId)
    requireThat(mayKeepPinboard(context.actor, note), note)
    if (note.approvedAt) return { outcome: 'approved-before' }
    const refusal = tooPrivate(mended)
    if (refusal) return refusal

    const today = todayIn(context)
    const hanging = { shownUntil: shownUntilFor(today), deleteOn: deleteApprovedOn(today) }
    await store.saveApproval(tx, cityId, noteId, { ...mended, ...hanging, approvedAt: context.now })
    await notify(tx, context, ...newsFor(note, hanging.shownUntil, context))
    const { providerId } = note
    await record(tx, context, { action: 'note.approved', providerId, subjectId: noteId })
    return { outcome: 'approved' }
  })

/** Her own link is stored nowhere, so the letter leads to where her code opens the note. */
const newsFor = (note: Note, shownUntil: Temporal.PlainDate, { city }: Context) => {
  const { reach, providerId, centreId } = note
  if (reach.reachBy !== 'email') return []
  const language = city.languages.find(one => one === note.language) ?? 'de'
  const reader = { providerId, centreId, language, email: reach.email }
  return [
    letterTo(reader, city.timeZone, ({ t, day }) => ({
      subject: t('neighbours.letter.subject'),
      paragraphs: [
        { words: t('neighbours.letter.hangs', { day: day(shownUntil) }) },
        { words: t('neighbours.letter.code'), address: paths.byCode(language) },
      ],
    })),
  ]
}
