import type { Context } from '../../identity/index.ts'
import type { QuarterOfVisits } from '../published-visits.ts'

/** The published quarters of the city before a day, the latest first. */
export const listVisits = (
  { db, city }: Pick<Context, 'db' | 'city'>,
  { before }: { before: Temporal.PlainDate },
): Promise<QuarterOfVisits[]> =>
  db
    .selectFrom('published.visits')
    .select(['quarter', 'adults', 'children', 'firstTime', 'sessionsHeld', 'sessionsUncounted'])
    .where('cityId', '=', city.id)
    .where('quarter', '<', before)
    .orderBy('quarter', 'desc')
    .execute()
