import type { Context } from '../identity/index.ts'
import { tellFreshUntil } from '../platform/web/page-cache/index.ts'
import type { Entry } from './entry.ts'
import { freshUntil } from './fresh-until.ts'

type Answer = {
  var: { context: Pick<Context, 'now' | 'city'> }
  header: (name: string, value: string) => void
}

type Shown = Pick<Entry, 'intake'> & {
  session: Pick<NonNullable<Entry['session']>, 'startsAt' | 'endsAt'> | null
}

/** Says until when an answer that shows these stays true, so that it may be kept so long. */
export const tellFreshness = (c: Answer, shown: readonly Shown[]) => {
  const { now, city } = c.var.context
  const changing = shown.map(({ session, intake }) => ({
    startsAt: session?.startsAt ?? null,
    endsAt: session?.endsAt ?? null,
    intake,
  }))
  tellFreshUntil(c, freshUntil(now, city.timeZone, changing))
}

/** A page that speaks of free times changes when the last of them begins. */
export const endOf = (consultations: { until: Temporal.Instant } | undefined) =>
  consultations ? [{ session: { startsAt: consultations.until, endsAt: null }, intake: null }] : []
