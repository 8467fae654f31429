import { isDeepStrictEqual } from 'node:util'
import { momentOf } from '../../platform/local-time.ts'
import type { Ease } from '../../programme/index.ts'
import { type MovedSeries, moveSeries, splitSeries } from '../series/moved-series.ts'
import type { PlanningIn } from '../series/plan-sessions.ts'
import { datesOf, type SeriesRule } from '../series/series.ts'
import type { DateToChange, OfferToChange, OwnWays, SeriesToChange } from './store/changing.ts'

export const scopes = ['this', 'following', 'all'] as const
/** Which dates a change means: one, it and those after it in its series, or all that are to come in its series. */
export type Scope = (typeof scopes)[number]

/** A date as it shall be. Words that say what the offer says, and a number that is its number, are none of its own. */
export type DateEdit = {
  heldOn: Temporal.PlainDate
  starts: Temporal.PlainTime
  ends: Temporal.PlainTime | null
  place: string
  leader: string
  places: number | null
  languages: string[]
  eases: Ease[]
}

/** A date before and after; `after` has the times and the words that will be true of it. */
export type EditedDate = {
  date: DateToChange
  after: Times & PlaceInSeries & OwnWays
  seriesId: string | null
}
type Times = Pick<DateToChange, 'heldOn' | 'starts' | 'ends' | 'startsAt' | 'endsAt'>
type PlaceInSeries = Pick<DateToChange, 'plannedOn' | 'movedFrom' | 'hasOwnTimes'>

export type Edited = {
  outcome: 'possible'
  /** What its series is until the day before, where it is cut in two; null where it changes as a whole. */
  before: SeriesRule | null
  /** The series as it goes on; null where a single date changes. */
  rule: SeriesRule | null
  /** What else is new about them, and of the offer itself where all its dates are meant. */
  ways: Partial<OwnWays>
  offer: Partial<Pick<OfferToChange, 'place' | 'leader' | 'places' | 'languages' | 'eases'>>
  edited: EditedDate[]
  /** Dates that keep a time of their own. */
  keepOwn: DateToChange[]
  /** Dates the series no longer means: families have registered, so they stay until staff decide. */
  staying: DateToChange[]
  /** The same where nobody waits. */
  removed: DateToChange[]
  /** Cancelled dates stand for a day of the series too. */
  standFor: { id: string; plannedOn: Temporal.PlainDate | null }[]
}

export type Obstacle =
  | { outcome: 'no-change' | 'in-the-past' | 'only-this' | 'no-series' }
  | { outcome: 'in-gap' | 'taken'; on: Temporal.PlainDate }

export type Editing = {
  offer: OfferToChange
  /** All that is to come of the offer, in order. */
  dates: readonly DateToChange[]
  chosen: DateToChange
  series: SeriesToChange | undefined
  /** The offer has no other series: what all its dates say, it says itself. */
  isOnlySeries: boolean
  scope: Scope
  edit: DateEdit
  planning: PlanningIn
  now: Temporal.Instant
}

/** Decides what a change of a date, of it and the following, or of all dates of its series does to each of them. */
export const editDates = (editing: Editing): Edited | Obstacle => {
  const { chosen, scope, edit, series, offer, now } = editing
  const ways = newWays(chosen, edit, offer)
  const isMoved = !isSameTime(chosen, edit)
  if (!isMoved && Object.keys(ways).length === 0) return { outcome: 'no-change' }
  const result =
    scope === 'this'
      ? editOne(editing, ways)
      : series && chosen.seriesId
        ? editSeries({ ...editing, series }, ways, isMoved)
        : ({ outcome: 'no-series' } as const)
  if (result.outcome !== 'possible') return result

  const isPast = result.edited.some(({ after }) => Temporal.Instant.compare(after.startsAt, now) <= 0)
  if (isPast) return { outcome: 'in-the-past' }
  const taken = takenOf(result, editing.dates)
  return taken ? { outcome: 'taken', on: taken } : result
}

/** What is new, besides the time; null is as the offer says. */
const newWays = (chosen: DateToChange, edit: DateEdit, offer: OfferToChange): Partial<OwnWays> => {
  const own = <Value>(value: Value, ofOffer: Value) => (isAlike(value, ofOffer) ? null : value)
  const hasPlaces = offer.registration === 'session'
  return {
    ...(edit.place !== (chosen.ownPlace ?? offer.place) && {
      ownPlace: own(edit.place, offer.place) || null,
    }),
    ...(edit.leader !== (chosen.ownLeader ?? offer.leader) && {
      ownLeader: own(edit.leader, offer.leader) || null,
    }),
    ...(hasPlaces &&
      edit.places !== (chosen.ownPlaces ?? offer.places) && { ownPlaces: own(edit.places, offer.places) }),
    ...(!isAlike(edit.languages, chosen.ownLanguages ?? offer.languages) && {
      ownLanguages: own(edit.languages, offer.languages),
    }),
    ...(!isAlike(edit.eases, chosen.ownEases ?? offer.eases) && { ownEases: own(edit.eases, offer.eases) }),
  }
}

/** In whichever order they were ticked. */
const isAlike = (one: unknown, other: unknown) =>
  Array.isArray(one) && Array.isArray(other)
    ? isDeepStrictEqual([...one].sort(), [...other].sort())
    : one === other

const nothingElse = {
  before: null,
  rule: null,
  offer: {},
  keepOwn: [],
  staying: [],
  removed: [],
  standFor: [],
}

const editOne = ({ chosen, edit, series, planning }: Editing, ways: Partial<OwnWays>): Edited | Obstacle => {
  const times = timesOn(edit.heldOn, edit, planning.timeZone)
  if (times === 'in-gap') return { outcome: 'in-gap', on: edit.heldOn }
  const announced = chosen.movedFrom ?? chosen.startsAt
  const meant = chosen.plannedOn ?? chosen.heldOn
  const after = {
    ...{ ...waysOf(chosen), ...ways, ...times },
    movedFrom: announced.equals(times.startsAt) ? null : announced,
    plannedOn: meant.equals(edit.heldOn) ? null : meant,
    hasOwnTimes: !(series && meant.equals(edit.heldOn) && hasHours(series, edit)),
  }
  return {
    ...{ outcome: 'possible', ...nothingElse, ways },
    edited: [{ date: chosen, after, seriesId: chosen.seriesId }],
  }
}

const editSeries = (
  { dates, chosen, scope, edit, series, planning, isOnlySeries }: Editing & { series: SeriesToChange },
  wanted: Partial<OwnWays>,
  isMoved: boolean,
): Edited | Obstacle => {
  const isOffers = scope === 'all' && isOnlySeries
  const ways = isOffers ? asOfferSays(wanted) : wanted
  const day = meantOn(chosen)
  const split = scope === 'all' ? { before: null, from: series } : splitSeries(series, day, planning.calendar)
  const moved: MovedSeries | 'only-this' = isMoved
    ? moveSeries(split.from, { ...edit, from: day, to: edit.heldOn })
    : { rule: split.from, dayFor: each => each }
  if (moved === 'only-this') return { outcome: 'only-this' }

  const held = new Set(datesOf(moved.rule, planning.calendar, planning.horizon).held.map(String))
  const result: Edited = {
    ...{ outcome: 'possible', before: split.before, rule: moved.rule, ways, edited: [] },
    ...{ offer: isOffers ? ofOffer(wanted, edit) : {}, keepOwn: [], staying: [], removed: [], standFor: [] },
  }
  for (const date of datesInScope(scope, chosen, dates)) {
    const becomes = moved.dayFor(meantOn(date))
    if (date.state === 'cancelled') {
      result.standFor.push({ id: date.id, plannedOn: becomes.equals(date.heldOn) ? null : becomes })
      continue
    }
    if (isMoved && !held.has(becomes.toString())) {
      result[date.hasRegistrations ? 'staying' : 'removed'].push(date)
      continue
    }
    const keepsTime = !isMoved || (date.hasOwnTimes && date.id !== chosen.id)
    const times = keepsTime ? date : timesOn(becomes, edit, planning.timeZone)
    if (times === 'in-gap') return { outcome: 'in-gap', on: becomes }
    if (keepsTime && isMoved) result.keepOwn.push(date)
    result.edited.push({
      ...{ date, seriesId: series.id },
      after: {
        ...(date.id === chosen.id ? { ...waysOf(date), ...ways } : followed(date, series, ways)),
        ...timesFrom(times),
        movedFrom: keepsTime ? date.movedFrom : null,
        hasOwnTimes: keepsTime && date.hasOwnTimes,
        plannedOn: becomes.equals(times.heldOn) ? null : becomes,
      },
    })
  }
  return result
}

/** What a date says after its series has changed: what it had of its own it keeps, all else goes along. */
const followed = (date: DateToChange, series: OwnWays, ways: Partial<OwnWays>): OwnWays => {
  const follows = <Key extends keyof OwnWays>(key: Key) =>
    key in ways && isDeepStrictEqual(date[key], series[key]) ? (ways[key] as OwnWays[Key]) : date[key]
  return {
    ...{ ownPlace: follows('ownPlace'), ownLeader: follows('ownLeader'), ownPlaces: follows('ownPlaces') },
    ...{ ownLanguages: follows('ownLanguages'), ownEases: follows('ownEases') },
  }
}

const timesOn = (
  heldOn: Temporal.PlainDate,
  { starts, ends }: Pick<DateEdit, 'starts' | 'ends'>,
  timeZone: string,
) => {
  const startsAt = momentOf(heldOn, starts, timeZone)
  const endsAt = ends && momentOf(heldOn, ends, timeZone)
  if (startsAt === 'in-gap' || endsAt === 'in-gap') return 'in-gap'
  return { heldOn, starts, ends, startsAt, endsAt }
}

const timesFrom = ({ heldOn, starts, ends, startsAt, endsAt }: Times) => ({
  ...{ heldOn, starts, ends, startsAt, endsAt },
})
const waysOf = ({ ownPlace, ownLeader, ownPlaces, ownLanguages, ownEases }: OwnWays): OwnWays => ({
  ...{ ownPlace, ownLeader, ownPlaces, ownLanguages, ownEases },
})

const asOfferSays = (ways: Partial<OwnWays>): Partial<OwnWays> =>
  Object.fromEntries(Object.keys(ways).map(key => [key, null]))

const ofOffer = (
  ways: Partial<OwnWays>,
  { place, leader, places, languages, eases }: DateEdit,
): Edited['offer'] => ({
  ...('ownPlace' in ways && { place }),
  ...('ownLeader' in ways && { leader }),
  ...('ownPlaces' in ways && { places }),
  ...('ownLanguages' in ways && { languages }),
  ...('ownEases' in ways && { eases }),
})

type Hours = Pick<DateEdit, 'starts' | 'ends'>
const hasHours = (one: Hours, other: Hours) =>
  one.starts.equals(other.starts) && String(one.ends) === String(other.ends)

const isSameTime = (date: DateToChange, edit: DateEdit) =>
  date.heldOn.equals(edit.heldOn) && hasHours(date, edit)

/** The day on which one of the dates would stand where another date of the offer stands, if there is one. */
const takenOf = ({ edited, removed }: Edited, dates: readonly DateToChange[]) => {
  const going = new Set([...edited.map(({ date }) => date.id), ...removed.map(({ id }) => id)])
  const standing = dates.filter(({ id }) => !going.has(id)).map(({ startsAt }) => startsAt)
  const moments = new Set(standing.map(moment => moment.epochMilliseconds))
  for (const { after } of edited) {
    if (moments.has(after.startsAt.epochMilliseconds)) return after.heldOn
    moments.add(after.startsAt.epochMilliseconds)
  }
  return undefined
}

/** The dates a change of one of them means, by the days their series meant them to be on. */
export const datesInScope = (scope: Scope, chosen: DateToChange, dates: readonly DateToChange[]) =>
  scope === 'this'
    ? [chosen]
    : dates.filter(
        date =>
          date.seriesId === chosen.seriesId &&
          (scope === 'all' || Temporal.PlainDate.compare(meantOn(date), meantOn(chosen)) >= 0),
      )

const meantOn = ({ plannedOn, heldOn }: DateToChange) => plannedOn ?? heldOn
