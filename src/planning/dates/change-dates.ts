import { randomUUIDv7 } from 'node:crypto'
import type { Context } from '../../identity/index.ts'
import { record } from '../../platform/audit.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../../platform/refusals.ts'
import {
  type Letter,
  offerNewPlaces,
  previewOfChangedDates,
  type Told,
  tellOfChangedDates,
} from '../../registration/index.ts'
import { announceChanged, isRemembered } from '../offers/announce.ts'
import { lockIntakesOf } from '../offers/store/awaited.ts'
import { lockOfferById, writeSeries } from '../offers/store/planned-offers.ts'
import { findPlan } from '../offers/store/stored-plan.ts'
import { mayChangeOffer } from '../permissions.ts'
import { atCentre, planningIn } from '../series/calendar.ts'
import { fillOffers } from '../series/fill-series.ts'
import { retime } from '../series/retime.ts'
import { deleteSessions, takeOutOfSeries } from '../series/store/sessions.ts'
import {
  type DateEdit,
  type Edited,
  type Editing,
  editDates,
  type Obstacle,
  type Scope,
} from './date-edit.ts'
import { newsOf } from './date-news.ts'
import { findSession } from './store/cancelling.ts'
import * as store from './store/changing.ts'

export type ChangeDatesOutcome =
  | ({ outcome: 'changed'; slug: string; edited: Edited } & Told)
  | Obstacle
  | Unchangeable
/** It has begun, or was called off. */
type Unchangeable = { outcome: 'over' | 'cancelled' }
type Wish = { sessionId: string; scope: Scope; edit: DateEdit }

/**
 * Changes when and where a date is held and who leads it: this one, it and the following, or all to come of its
 * series. What single dates have of their own they keep; dates with registrations stay until staff decide about them;
 * each family concerned is told once, of everything.
 */
export const changeDates = (context: Context, wish: Wish): Promise<ChangeDatesOutcome> =>
  inTransaction(context, async tx => {
    const { city } = context
    const found = orNotFound(await findSession(tx, city.id, wish.sessionId))
    requireThat(mayChangeOffer(context.actor, found))
    const { state, updatedAt } = orNotFound(await lockOfferById(tx, city.id, found.offerId))
    await lockIntakesOf(tx, city.id, found.offerId)
    const editing = await readEditing(tx, context, found.offerId, wish)
    if ('outcome' in editing) return editing
    const edited = editDates(editing)
    if (edited.outcome !== 'possible') return edited

    const before = await findPlan(tx, city.id, found.offerId)
    await write(tx, context, editing, edited)
    if (edited.rule && isRemembered(state)) {
      const after = await findPlan(tx, city.id, found.offerId)
      await announceChanged(
        tx,
        { ...found, cityId: city.id },
        { before, since: updatedAt, after, now: context.now },
      )
    }
    const told = await tellOfChangedDates(tx, context, newsOf(edited, editing.offer))
    await offerNewPlaces(tx, context, found.offerId)
    await record(tx, context, {
      action: wish.scope === 'this' ? 'session.changed' : 'series.changed',
      providerId: found.providerId,
      subjectId: wish.scope === 'this' ? found.id : found.offerId,
      fields: fieldsOf(edited),
    })
    return { ...{ outcome: 'changed', slug: editing.offer.slug, edited }, ...told }
  })

export type DatePreview = { edited: Edited; editing: Editing; told: Told; letters: Letter[] }

/** What a change would do, to which dates, and what families would read, before anything is done. */
export const previewChange = (context: Context, wish: Wish) =>
  inTransaction(context, async (tx): Promise<DatePreview | Obstacle | Unchangeable> => {
    const found = orNotFound(await findSession(tx, context.city.id, wish.sessionId))
    requireThat(mayChangeOffer(context.actor, found))
    const editing = await readEditing(tx, context, found.offerId, wish)
    if ('outcome' in editing) return editing
    const edited = editDates(editing)
    if (edited.outcome !== 'possible') return edited
    const told = await previewOfChangedDates(tx, context, newsOf(edited, editing.offer))
    return { edited, editing, ...told }
  })

/** A date as it is, for the form that changes it, with the dates that go with it. */
export const readDateToChange = (context: Context, sessionId: string) =>
  inTransaction(context, async tx => {
    const { city, now } = context
    const session = orNotFound(await findSession(tx, city.id, sessionId))
    requireThat(mayChangeOffer(context.actor, session))
    const offer = orNotFound(await store.findOfferToChange(tx, city.id, session.offerId))
    const dates = await store.listDatesToChange(tx, city.id, session.offerId, now)
    return { session, offer, dates, date: dates.find(({ id }) => id === sessionId) }
  })

const readEditing = async (
  tx: Tx,
  { city, now }: Context,
  offerId: string,
  { sessionId, scope, edit }: Wish,
): Promise<Editing | Unchangeable> => {
  const offer = orNotFound(await store.findOfferToChange(tx, city.id, offerId))
  const dates = await store.listDatesToChange(tx, city.id, offerId, now)
  const chosen = dates.find(({ id }) => id === sessionId)
  if (!chosen) return { outcome: 'over' }
  if (chosen.state === 'cancelled') return { outcome: 'cancelled' }
  const allSeries = await store.listSeriesToChange(tx, city.id, offerId)
  return {
    ...{
      offer,
      dates,
      chosen,
      scope,
      edit,
      now,
      planning: atCentre(await planningIn(tx, city.id, now), offer.centreId),
    },
    ...{ series: allSeries.find(({ id }) => id === chosen.seriesId), isOnlySeries: allSeries.length === 1 },
  }
}

const write = async (
  tx: Tx,
  { city, now }: Context,
  { offer, series, planning }: Editing,
  edited: Edited,
) => {
  const cityId = city.id
  const at = { cityId, offerId: offer.id }
  const seriesId = await writeSeriesOf(tx, at, series, edited)
  await deleteSessions(
    tx,
    cityId,
    edited.removed.map(({ id }) => id),
  )
  await takeOutOfSeries(
    tx,
    cityId,
    edited.staying.map(({ id }) => id),
  )
  await retime(
    tx,
    { cityId, now },
    edited.edited.map(({ date, after }) => ({
      ...{ ...after, id: date.id, from: date.startsAt },
      seriesId: edited.rule ? seriesId : date.seriesId,
    })),
  )
  if (seriesId)
    await store.writeDaysInSeries(
      tx,
      cityId,
      edited.standFor.map(date => ({ ...date, seriesId })),
    )
  for (const { date, after } of edited.edited) await store.writeOwnWays(tx, cityId, date, after, now)
  // A plan of the whole offer that was begun before must not undo this.
  if (edited.rule) await store.updatePlanOfOffer(tx, cityId, offer.id, { ...edited.offer, updatedAt: now })
  await fillOffers(tx, [offer.id], { ...planning, cityId, now })
}

/** The series as it goes on; where it is cut in two, the later part is a series of its own. */
const writeSeriesOf = async (
  tx: Tx,
  at: { cityId: string; offerId: string },
  series: Editing['series'],
  { before, rule, ways }: Edited,
): Promise<string | null> => {
  if (!series || !rule) return null
  const { ownPlace, ownLeader, ownPlaces, ownLanguages, ownEases } = series
  const own = { ownPlace, ownLeader, ownPlaces, ownLanguages, ownEases }
  const [{ id: _, ...goesOn }, id] = [{ ...series, ...rule }, before ? randomUUIDv7() : series.id]
  if (before) await writeSeries(tx, at, [{ ...series, ...before }])
  await writeSeries(tx, at, [{ ...goesOn, ...own, ...ways, id }])
  return id
}

const fieldsOf = ({ edited, ways }: Edited) => [
  ...(edited.some(({ date, after }) => !date.startsAt.equals(after.startsAt)) ? ['starts_at'] : []),
  ...Object.keys(ways).map(key => key.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)),
]
