import type { Tx } from '../platform/database/connect.ts'
import { type Letter, letterFor, type Place, paragraphsFor, subjectOf, written } from './letter.ts'
import type { News } from './message.ts'
import { lockWaitingBeside, type StoredMessage } from './store/messages.ts'
import { isPatient } from './when-to-go.ts'

/**
 * A message with whatever else waits for the same family at the same centre and has time, oldest first, all locked. A
 * lead who moves five dates one after the other writes one letter.
 */
export async function withWhatElseWaits(
  tx: Tx,
  cityId: string,
  message: StoredMessage,
): Promise<readonly StoredMessage[]> {
  if (!isPatient(message.news)) return [message]
  const beside = await lockWaitingBeside(tx, cityId, message)
  const patient = beside.filter(({ news }) => isPatient(news))
  return [message, ...patient].sort((one, other) => (one.id < other.id ? -1 : 1))
}

/** One letter for all of it: each with what it is about, between one greeting and one closing. */
export function oneLetter([first, ...more]: readonly News[], place: Place): Letter {
  if (!first) throw new Error('Nobody is told nothing')
  if (more.length === 0 || place.isNeutral) return letterFor(first, place)
  const { wording } = place
  const [greeting, ...rest] = paragraphsFor(first, wording)
  const closing = rest.at(-1)
  const said = [first, ...more].flatMap(news => [
    { words: subjectOf(news, wording) },
    ...paragraphsFor(news, wording).slice(1, -1),
  ])
  const around = [...(greeting ? [greeting] : []), ...said, ...(closing ? [closing] : [])]
  return written(wording.t('outreach.several.subject'), around, place)
}
