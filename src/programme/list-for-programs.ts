import { type Context, todayIn } from '../identity/index.ts'
import type { Entry } from './entry.ts'
import type { Filters } from './filters.ts'
import { readSearch } from './read-search.ts'
import { search } from './search.ts'
import { findListedDates, findListedOffers } from './store/listed.ts'
import { offersIn } from './store/search.ts'

type Listing<Find extends (...given: never) => unknown> = Omit<Parameters<Find>[1], 'today' | 'found'>

/** A page of offers, understood as the list of offers understands the same address. */
export const listOffers = async (
  context: Context,
  { filters, ...page }: Listing<typeof findListedOffers>,
): Promise<Entry[]> =>
  findListedOffers(context, { ...page, ...(await wantedBy(context, filters)), today: todayIn(context) })

/** The same of dates, one by one. */
export const listDates = async (
  context: Context,
  { filters, ...page }: Listing<typeof findListedDates>,
): Promise<Entry[]> =>
  findListedDates(context, { ...page, ...(await wantedBy(context, filters)), today: todayIn(context) })

/** Words that say where, in which language or for nothing, become filters; the others are searched for. */
const wantedBy = async (context: Context, asked: Filters) => {
  const filters = (await readSearch(context, asked)) ?? asked
  return { filters, found: filters.q ? offersIn(await search(context, filters.q)) : undefined }
}
