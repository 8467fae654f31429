import type { OfferPlan, Slot } from '../plan/offer-plan.ts'
import { isOpenEnded } from '../series/series.ts'

/** A stretch of the year that is planned as one, both days included. */
export type Season = { firstOn: Temporal.PlainDate; lastOn: Temporal.PlainDate }
export type SeasonChange = { last: Season; next: Season }

/**
 * The plan as it is held in another season, as a new offer of its own. Slots of another time than the last season's
 * are left behind, and so are single days that were excepted: the holidays of the new season decide.
 * Undefined where nothing is to be copied: the offer goes on without an end, or was not held in the last season.
 */
export const planInSeason = (plan: OfferPlan, change: SeasonChange): OfferPlan | undefined => {
  if (plan.slots.some(isOpenEnded)) return undefined
  const slots = plan.slots.flatMap(slot => slotInSeason(slot, change) ?? [])
  if (slots.length === 0) return undefined
  if (plan.registration === 'none') return { ...plan, slots }
  const closesOn = plan.closesOn?.add({ days: daysBetween(change) })
  return { ...plan, slots, closesOn: closesOn && isIn(closesOn, change.next) ? closesOn : null }
}

/** The half of a school year a day lies in, and the one after it: they change in February and in August. */
export const seasonsAround = (today: Temporal.PlainDate): SeasonChange => {
  const month = today.month < 2 ? -4 : today.month < 8 ? 2 : 8
  const firstOn = today.with({ month: 1, day: 1 }).add({ months: month - 1 })
  const half = (start: Temporal.PlainDate) => ({
    firstOn: start,
    lastOn: start.add({ months: 6 }).subtract({ days: 1 }),
  })
  return { last: half(firstOn), next: half(firstOn.add({ months: 6 })) }
}

const slotInSeason = (slot: Slot, change: SeasonChange): Slot | undefined => {
  const { last, next } = change
  if (slot.rule === 'dates') {
    const dates = slot.dates
      .filter(date => isIn(date, last))
      .map(date => date.add({ days: daysBetween(change) }))
      .filter(date => isIn(date, next))
    const [firstOn] = dates
    return firstOn && { ...slot, id: '', exceptOn: [], dates, firstOn }
  }
  if (isAfter(slot.firstOn, last.lastOn) || (slot.lastOn && isAfter(last.firstOn, slot.lastOn)))
    return undefined
  const firstOn = firstDayOf(slot, change)
  const lastOn = lastDayOf(slot, change)
  return isAfter(firstOn, lastOn ?? next.lastOn)
    ? undefined
    : { ...slot, id: '', exceptOn: [], firstOn, lastOn }
}

/** What began with the last season begins with the next; what began later does so by as many weeks. */
const firstDayOf = (slot: Slot, change: SeasonChange) => {
  const { last, next } = change
  const began = slot.rule === 'fortnightly' ? onItsWeekday(slot) : slot.firstOn
  // Fortnightly groups keep their A or B week against each other, so they are moved by whole weeks in any case.
  if (slot.rule !== 'fortnightly' && !isAfter(began, last.firstOn.add({ days: 6 }))) return next.firstOn
  let firstOn = began.add({ days: daysBetween(change) })
  while (isAfter(next.firstOn, firstOn)) firstOn = firstOn.add({ days: 14 })
  return firstOn
}

/** What ended with the last season ends with the next, and so does whatever else would go on for longer. */
const lastDayOf = ({ lastOn, units }: Slot, change: SeasonChange) => {
  const { last, next } = change
  if (!lastOn) return units === null ? next.lastOn : null
  if (!isAfter(last.lastOn.subtract({ days: 6 }), lastOn)) return next.lastOn
  const moved = lastOn.add({ days: daysBetween(change) })
  return isAfter(moved, next.lastOn) ? next.lastOn : moved
}

/** Whole weeks, so that a Wednesday stays a Wednesday. */
const daysBetween = ({ last, next }: SeasonChange) =>
  mondayOf(last.firstOn).until(mondayOf(next.firstOn), { largestUnit: 'days' }).days

const onItsWeekday = ({ firstOn, weekday }: Slot) =>
  firstOn.add({ days: ((weekday ?? 1) - firstOn.dayOfWeek + 7) % 7 })
const mondayOf = (day: Temporal.PlainDate) => day.subtract({ days: day.dayOfWeek - 1 })
const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) > 0
const isIn = (day: Temporal.PlainDate, { firstOn, lastOn }: Season) =>
  !isAfter(firstOn, day) && !isAfter(day, lastOn)
