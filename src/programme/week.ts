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
