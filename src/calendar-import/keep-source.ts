import type { CentreRef, Context } from '../identity/index.ts'
import { adoptNew } from '../planning/index.ts'
import { record } from '../platform/audit.ts'
import type { Tx } from '../platform/database/connect.ts'
import { unlessRefusedBy } from '../platform/database/refused-by.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { saidOf } from './follow.ts'
import { mayKeepSources } from './permissions.ts'
import { type AskAddress, readSource } from './read-source.ts'
import { type CalendarSource, isNews, mostSources, type SourceFault } from './source.ts'
import * as store from './store/sources.ts'
import { plansOf, takeReading } from './take-reading.ts'
import { answersOf } from './wanted.ts'

type Adding = CentreRef & { name: string; address: string; words: string }
export type AddOutcome =
  | { outcome: 'added'; id: string }
  | { outcome: 'already-there' | 'too-many' }
  | { outcome: 'fault'; code: SourceFault; about: string }

/** Takes a partner's calendar in from its address, if it can be read now; from then on a job reads it again. */
export const addSource = async (context: Context, adding: Adding, ask?: AskAddress): Promise<AddOutcome> => {
  requireThat(mayKeepSources(context.actor, adding))
  // Nobody holds a transaction while somebody else's server takes its time.
  const reading = await readSource(context, adding, ask && { ask })
  if (reading.outcome === 'fault') return reading
  return unlessRefusedBy({ read_by_a_centre_once: 'already-there' }, () =>
    inTransaction(context, async (tx): Promise<AddOutcome> => {
      if ((await store.countSources(tx, context.city.id, adding.centreId)) >= mostSources)
        return { outcome: 'too-many' }
      const source = await store.addSource(tx, context, adding)
      await takeReading(tx, context, source, reading)
      await record(tx, context, {
        ...{ action: 'calendar-source.added', providerId: adding.providerId, subjectId: source.id },
      })
      return { outcome: 'added', id: source.id }
    }),
  )
}

/** The calendars of a centre, with how many of their events somebody should look at. */
export const readSources = (context: Context, { centreId }: { centreId: string }) =>
  inTransaction(context, async tx => {
    requireThat(mayKeepSources(context.actor, { centreId }))
    const sources = await store.listSources(tx, context.city.id, centreId)
    return Promise.all(
      sources.map(async source => {
        const events = await store.listEvents(tx, context.city.id, source.id)
        return { source, news: events.filter(event => isNews(event, source)).length }
      }),
    )
  })

export type SourceListed = Awaited<ReturnType<typeof readSources>>[number]

/** A calendar with all that stood in it when it was read last. */
export const readOneSource = (context: Context, id: string) =>
  inTransaction(context, async tx => {
    const source = await ownSource(tx, context, id)
    return { source, events: await store.listEvents(tx, context.city.id, id) }
  })

/** Makes begun plans of the chosen events; the others are seen, and no longer new. Says how many plans are new. */
export const takeEvents = async (context: Context, id: string, chosen: ReadonlySet<string>) => {
  const { source, events } = await inTransaction(context, async tx => {
    const source = await ownSource(tx, context, id)
    const events = await store.listEvents(tx, context.city.id, id)
    return { source, events: events.filter(({ id, goneAt }) => chosen.has(id) && !goneAt) }
  })
  const taken = await adoptNew(context, source, plansOf(events))
  await inTransaction(context, async tx => {
    await store.look(tx, context, id)
    for (const { id: event, event: found } of events)
      await store.writeSaid(
        tx,
        { cityId: context.city.id, sourceId: id, id: event },
        { said: saidOf(answersOf(found)), kept: [] },
      )
  })
  return { taken, known: events.length - taken }
}

/** What differs from the calendar is meant so; what is gone there is no longer shown. */
export const settleEvent = (context: Context, sourceId: string, eventId: string) =>
  inTransaction(context, async tx => {
    await ownSource(tx, context, sourceId)
    const events = await store.listEvents(tx, context.city.id, sourceId)
    const { goneAt, event } = orNotFound(events.find(({ id }) => id === eventId))
    const at = { cityId: context.city.id, sourceId, id: eventId }
    if (goneAt) await store.forgetEvent(tx, at)
    else await store.writeSaid(tx, at, { said: saidOf(answersOf(event)), kept: [] })
  })

/** Reads it no more. What came of it stays as it is. */
export const stopSource = (context: Context, id: string) =>
  inTransaction(context, async tx => {
    const { providerId, centreId } = await ownSource(tx, context, id)
    await store.deleteSource(tx, context.city.id, id)
    await record(tx, context, { action: 'calendar-source.stopped', providerId, subjectId: id })
    return { centreId }
  })

/** How many calendars somebody should look at: one that fails, or in which something is new or other than planned. */
export const countSourcesWithNews = (context: Context) =>
  inTransaction(context, tx => store.countSourcesWithNews(tx, context.city.id))

const ownSource = async (tx: Tx, context: Context, id: string): Promise<CalendarSource> => {
  const source = orNotFound(await store.lockSource(tx, context.city.id, id))
  requireThat(mayKeepSources(context.actor, source))
  return source
}
