import type { Context } from '../../identity/index.ts'
import type { NoteKind, PublicNote } from '../note.ts'

type Reading = Pick<Context, 'db' | 'city'>
type Wish = { today: Temporal.PlainDate; kind?: NoteKind | undefined; centreId?: string | undefined }

/** The centres whose boards hang. */
export const listPinboards = async ({ db, city }: Reading) => {
  const rows = await db
    .selectFrom('published.pinboards')
    .select('centreId')
    .where('cityId', '=', city.id)
    .$narrowType<{ centreId: string }>()
    .execute()
  return new Set(rows.map(({ centreId }) => centreId))
}

/** What hangs today, the newest first: at one centre, or at all. */
export const listPublicNotes = async (
  { db, city }: Reading,
  { today, kind, centreId }: Wish,
): Promise<PublicNote[]> => {
  let notes = publicNotes({ db, city }, today)
  if (kind) notes = notes.where('kind', '=', kind)
  if (centreId) notes = notes.where('centreId', '=', centreId)
  return notes.orderBy('approvedAt', 'desc').orderBy('id', 'desc').limit(200).execute()
}

export const findPublicNote = (reading: Reading, today: Temporal.PlainDate, id: string) =>
  publicNotes(reading, today).where('id', '=', id).executeTakeFirst()

const publicNotes = ({ db, city }: Reading, today: Temporal.PlainDate) =>
  db
    .selectFrom('published.neighbourNotes')
    .select(['id', 'centreId', 'kind', 'language', 'title', 'words', 'shownUntil'])
    .where('cityId', '=', city.id)
    .where('shownUntil', '>=', today)
    // A view cannot say that its columns are never null.
    .$narrowType<PublicNote>()
