import { type Context, todayIn } from '../identity/index.ts'
import { findFollowing, follow } from '../planning/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import type { ImportedEvent } from './events.ts'
import { followed, type Kept, type Said } from './follow.ts'
import { type CalendarSource, nextReading, type SourceEvent, type SourceReading } from './source.ts'
import * as store from './store/sources.ts'
import { answersOf, idOf } from './wanted.ts'

/**
 * Remembers what a reading brought. What came from the calendar and was changed by nobody follows it; what a lead has
 * written stays and is shown; what is gone is shown, and deleted only where nothing came of it. After a fault all stays.
 */
export const takeReading = async (
  tx: Tx,
  context: Context,
  source: CalendarSource,
  reading: SourceReading,
): Promise<void> => {
  const { city, now } = context
  const failedTimes = reading.outcome === 'fault' ? source.failedTimes + 1 : 0
  const tried = { triedAt: now, nextAt: nextReading(now, failedTimes), failedTimes }
  if (reading.outcome === 'fault') {
    const { code: fault, about: faultAbout } = reading
    return store.writeReading(tx, city.id, source.id, { ...tried, fault, faultAbout })
  }
  const fine = { ...tried, fault: null, faultAbout: '', readAt: now }
  if (reading.outcome === 'unchanged') return store.writeReading(tx, city.id, source.id, fine)

  const { read, etag, lastModified } = reading
  const found = new Map(read.events.map(event => [idOf(source.centreId, event), event]))
  // What nobody could read, or did not read to its end, may still stand there.
  const isWhole = read.faults.length === 0
  await store.writeEvents(tx, context, source, found, isWhole)
  for (const known of await store.listEvents(tx, city.id, source.id))
    if (known.said && !known.goneAt) await followEvent(tx, context, source, { ...known, said: known.said })
  const whole = { etag, lastModified, wholeAt: now, broken: read.faults }
  await store.writeReading(tx, city.id, source.id, { ...fine, ...whole })
}

const followEvent = async (
  tx: Tx,
  context: Context,
  source: CalendarSource,
  { id, event, said, kept }: SourceEvent & { said: Said },
) => {
  const at = { cityId: context.city.id, sourceId: source.id, id }
  const following = await findFollowing(tx, context, id)
  // Given up by its author, or over: it can be taken again.
  if (!following) return store.writeSaid(tx, at, { said: null, kept: [] })
  const next = followed(following.answers, said, answersOf(event), todayIn(context))
  if (!next.isChanged)
    return store.writeSaid(tx, at, { said: next.said, kept: withRegistered(next.kept, kept) })
  const outcome = await follow(tx, context, following, next.answers)
  if (outcome.outcome === 'impossible') return store.writeSaid(tx, at, { said, kept: ['dates'] })
  const stays: Kept[] = outcome.staying.length > 0 ? ['registered'] : kept
  return store.writeSaid(tx, at, { said: next.said, kept: withRegistered(next.kept, stays) })
}

/** That families wait for a date that left the calendar stays to be seen until a lead has. */
const withRegistered = (kept: readonly Kept[], before: readonly Kept[]): Kept[] => [
  ...kept,
  ...(before.includes('registered') ? (['registered'] as const) : []),
]

/** What a lead wants of it becomes begun plans of hers. */
export const plansOf = (events: readonly { id: string; event: ImportedEvent }[]) =>
  events.map(({ id, event }) => ({ id, answers: answersOf(event) }))
