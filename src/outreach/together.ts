import type { Tx } from '../platform/database/connect.ts'
import { type Letter, letterFor, type Place, paragraphsFor, subjectOf, written } from './letter.ts'
import type { News } from './message.ts'
import { areSameHours } from './reached-today.ts'
import type { StoredMessage } from './store/stored-messages.ts'
import { lockWaitingBeside } from './store/waiting.ts'
import { isPatient } from './when-to-go.ts'

/**
 * A message with whatever else waits for the same family at the same centre and has time, oldest first, all locked. A
 * lead who moves five dates one after the other writes one letter. Who typed the same address is no family by that.
 */
export async function withWhatElseWaits(
  tx: Tx,
  cityId: string,
  message: StoredMessage,
): Promise<readonly StoredMessage[]> {
  if (!isPatient(message.news)) return [message]
  const beside = await lockWaitingBeside(tx, cityId, message)
  const along = beside.filter(other => goesAlong(other, message))
  return [message, ...along].sort((one, other) => (one.id < other.id ? -1 : 1))
}

/** It could go at this moment alone as well, to the same address and in the same words. */
const goesAlong = (other: StoredMessage, message: StoredMessage) =>
  isPatient(other.news) &&
  !other.isLocked &&
  other.channel === message.channel &&
  other.address === message.address &&
  other.language === message.language &&
  other.isNeutral === message.isNeutral &&
  other.isConfirmed === message.isConfirmed &&
  areSameHours(other.hours, message.hours)

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
