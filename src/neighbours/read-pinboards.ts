import { type Centre, listCentres } from '../centres/index.ts'
import { type Context, todayIn } from '../identity/index.ts'
import type { NoteKind, PublicNote } from './note.ts'
import * as store from './store/pinboards.ts'

/** Undefined where the centre has no board. */
export const readPinboard = async (
  context: Context,
  centreId: string,
  kind?: NoteKind,
): Promise<PublicNote[] | undefined> => {
  const [boards, notes] = await Promise.all([
    store.listPinboards(context),
    store.listPublicNotes(context, { today: todayIn(context), kind, centreId }),
  ])
  return boards.has(centreId) ? notes : undefined
}

/** A note that hangs today at a centre. */
export const readPublicNote = async (context: Context, centreId: string, id: string) => {
  const note = await store.findPublicNote(context, todayIn(context), id)
  return note?.centreId === centreId ? note : undefined
}

export type BoardOfCentre = { centre: Centre; notes: PublicNote[] }

/** All boards of the city with what hangs there, those near the district first. */
export const readAllPinboards = async (
  context: Context,
  { district, kind }: { district?: string | undefined; kind?: NoteKind | undefined },
): Promise<BoardOfCentre[]> => {
  const [centres, boards, notes] = await Promise.all([
    listCentres(context, district),
    store.listPinboards(context),
    store.listPublicNotes(context, { today: todayIn(context), kind }),
  ])
  const byCentre = Map.groupBy(notes, ({ centreId }) => centreId)
  return centres
    .filter(({ id }) => boards.has(id))
    .map(centre => ({ centre, notes: byCentre.get(centre.id) ?? [] }))
}
