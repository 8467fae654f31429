import { type Context, todayIn } from '../../identity/index.ts'
import { checkPlace, type PlaceCheck } from '../../rooms/index.ts'
import { type HeldField, heldFields } from '../offers/change-offer.ts'
import { datesAsTheyAre, datesThatStay } from '../offers/dates-as-they-are.ts'
import { countAwaiting } from '../offers/store/awaited.ts'
import { findPlan } from '../offers/store/stored-plan.ts'
import type { Draft } from '../plan/draft.ts'
import { type OfferPlan, planFrom } from '../plan/offer-plan.ts'
import { atCentre, planningIn } from '../series/calendar.ts'
import { type PlannedSession, type PlanningIn, planSessions } from '../series/plan-sessions.ts'
import type { SkippedDate } from '../series/series.ts'
import { type ComingSession, findComing } from '../series/store/sessions.ts'
import { atDraft } from './keep-draft.ts'

/** The dates that a plan makes. */
export type Dates = {
  sessions: PlannedSession[]
  /** Days that are left out, and why, from today on. */
  skipped: SkippedDate[]
  /** Days on which the clock leaves out the time. */
  inGap: Temporal.PlainDate[]
}

/** What a plan would do, before anything is done. */
export type Preview = Dates & {
  draft: Draft
  plan: OfferPlan
  /** Dates outside of the plan that stay because families have registered. */
  staying: ComingSession[]
  held: HeldField[]
  /** Whether the room that is named as the place is free; undefined where the place is no room. */
  room: PlaceCheck | undefined
}

/** The dates of a plan and what it leaves out; undefined while a step is not answered. */
export const previewPlan = (context: Context, draftId: string): Promise<Preview | undefined> =>
  atDraft(context, draftId, async (tx, draft) => {
    const plan = planFrom(draft.answers)
    if (!plan) return undefined

    const { city, now } = context
    const dates = previewDates(
      plan,
      atCentre(await planningIn(tx, city.id, now), draft.centreId),
      todayIn(context),
    )
    const { sessions } = dates
    const coming = sessions.filter(({ startsAt }) => Temporal.Instant.compare(startsAt, now) > 0)
    const at = { centreId: draft.centreId, place: plan.place, offerId: draft.offerId }
    const room = await checkPlace(tx, context, { ...at, sessions: coming })
    const preview = { ...dates, draft, plan, room }
    if (!draft.offerId) return { ...preview, staying: [], held: [] }

    const before = await findComing(tx, city.id, [draft.offerId], now)
    const held = heldFields(await findPlan(tx, city.id, draft.offerId), plan)
    const isAwaited = held.length > 0 && (await countAwaiting(tx, city.id, draft.offerId, now)) > 0
    return {
      ...preview,
      // What has begun is past changing.
      sessions: datesAsTheyAre(coming, before, city.timeZone),
      staying: datesThatStay(before, sessions),
      held: isAwaited ? held : [],
    }
  })

/** The same for a plan that nobody has drafted yet. */
export const previewDates = (plan: OfferPlan, planning: PlanningIn, today: Temporal.PlainDate): Dates => {
  const { sessions, skipped, inGap } = planSessions(plan.slots, planning)
  return {
    ...{ sessions, inGap: inGap.map(({ date }) => date) },
    skipped: skipped.filter(({ date }) => Temporal.PlainDate.compare(date, today) >= 0).sort(byDate),
  }
}

const byDate = (one: SkippedDate, other: SkippedDate) => Temporal.PlainDate.compare(one.date, other.date)
