import type { Context } from '../identity/index.ts'
import { type Filters, without } from './filters.ts'
import { findOffers } from './store/entries.ts'
import type { Found } from './store/search.ts'

/** A filter whose removal finds something, and how much. */
export type WayOut = { name: keyof Filters; count: number }

type Asking = {
  filters: Filters
  today: Temporal.PlainDate
  found: Found | undefined
}

const mostShown = 3

/** Where a choice of filters finds nothing: which of them to take away, the one that finds most first. */
export const findWaysOut = async (
  context: Pick<Context, 'db' | 'city' | 'language' | 'now'>,
  { filters, today, found }: Asking,
): Promise<WayOut[]> => {
  const names = Object.keys(filters) as (keyof Filters)[]
  const ways = await Promise.all(
    names.map(async name => {
      const listing = { filters: without(filters, name), found: name === 'q' ? undefined : found }
      const { count } = await findOffers(context, { ...listing, today, limit: 1, offset: 0 })
      return { name, count }
    }),
  )
  return ways
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
    .slice(0, mostShown)
}
