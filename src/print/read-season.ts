import { type Context, todayIn } from '../identity/index.ts'
import { seasonsAround } from '../planning/index.ts'
import { findSeriesOf, findSessions } from '../programme/index.ts'
import type { Told } from './offer-words.ts'
import { meetingPointOf } from './read-told.ts'

export type SeasonTold = {
  /** The first day of the season, by which it is called. */
  firstOn: Temporal.PlainDate
  lastOn: Temporal.PlainDate
  offers: Told[]
}

/** What a centre holds in the season a day lies in, from today on: each offer once, in the order of its next date. */
export const readSeason = async (
  context: Context,
  centre: { slug: string; town: string },
  day?: Temporal.PlainDate,
): Promise<SeasonTold> => {
  const today = todayIn(context)
  const { firstOn, lastOn } = seasonsAround(day ?? today).last
  const from = Temporal.PlainDate.compare(today, firstOn) > 0 ? today : firstOn
  const entries = await findSessions(context, { from, until: lastOn, centre: centre.slug })
  const byOffer = [...Map.groupBy(entries, ({ slug }) => slug)]
  const offers = await Promise.all(
    byOffer.map(async ([slug, dates]) => {
      const [first] = dates
      if (!first) return []
      const [series, meetingPoint] = await Promise.all([
        findSeriesOf(context, slug, from),
        meetingPointOf(context, first),
      ])
      return [{ offer: first, town: centre.town, meetingPoint, series, dates }]
    }),
  )
  return { firstOn, lastOn, offers: offers.flat() }
}
