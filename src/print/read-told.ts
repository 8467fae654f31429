import { type Context, todayIn } from '../identity/index.ts'
import { orNotFound } from '../platform/refusals.ts'
import { findDatesOf, findOffer, findSeriesOf } from '../programme/index.ts'
import type { Told } from './offer-words.ts'

/** An offer as families find it today, with its next dates. */
export const readTold = async (context: Context, slug: string): Promise<Told> => {
  const today = todayIn(context)
  const [found, series, dates] = await Promise.all([
    findOffer(context, slug),
    findSeriesOf(context, slug, today),
    findDatesOf(context, { slug, from: today, limit: nextDates }),
  ])
  return { details: orNotFound(found), series, dates }
}

const nextDates = 8
