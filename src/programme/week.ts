import { dayFrom } from '../platform/web/day.ts'
import type { Entry } from './entry.ts'

export type DayOfWeek = { date: Temporal.PlainDate; entries: Entry[]; more: number }

/**
 * Seven days from the first one on, each with its sessions by time. With a limit, those near the family are
 * kept (they come first in the list), and the rest is counted.
 */
export const weekOf = (
  first: Temporal.PlainDate,
  entries: readonly Entry[],
  { days = 7, limit = Number.POSITIVE_INFINITY } = {},
): DayOfWeek[] => {
  const byDay = Map.groupBy(entries, ({ session }) => session?.heldOn.toString() ?? '')
  return Array.from({ length: days }, (_, index) => {
    const date = first.add({ days: index })
    const all = byDay.get(date.toString()) ?? []
    const shown = all.slice(0, limit).sort(byTime)
    return { date, entries: shown, more: all.length - shown.length }
  })
}

/** Earlier sessions first. */
export const byTime = (one: Entry, other: Entry) =>
  one.session && other.session ? Temporal.PlainTime.compare(one.session.starts, other.session.starts) : 0

/** The first of the seven days that an address asks for: from today on, as far ahead as families plan. */
export const weekFrom = (asked: string, today: Temporal.PlainDate): Temporal.PlainDate => {
  const from = dayFrom(asked) ?? today
  const [first, last] = [today, lastWeek(today)]
  if (Temporal.PlainDate.compare(from, first) < 0) return first
  return Temporal.PlainDate.compare(from, last) > 0 ? last : from
}

/** Undefined after the last week that can be turned to. */
export const weekAfter = (from: Temporal.PlainDate, today: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(from, lastWeek(today)) < 0
    ? weekFrom(from.add({ days: 7 }).toString(), today)
    : undefined

/** Undefined in the week of today. */
export const weekBefore = (from: Temporal.PlainDate, today: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(from, today) > 0
    ? weekFrom(from.subtract({ days: 7 }).toString(), today)
    : undefined

const lastWeek = (today: Temporal.PlainDate) => today.add({ weeks: 26 })
