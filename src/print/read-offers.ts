import { type Context, todayIn } from '../identity/index.ts'
import { type Entry, findSessions } from '../programme/index.ts'

/** The offers of a centre that take place in the coming half year, each with its dates, in the order of the first. */
export const readOffers = async (context: Context, centreSlug: string): Promise<Entry[][]> => {
  const from = todayIn(context)
  const until = from.add({ weeks: 26 })
  const entries = await findSessions(context, { from, until, centre: centreSlug })
  return [...Map.groupBy(entries, ({ offerId }) => offerId).values()]
}
