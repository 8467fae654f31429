import type { PublicIntake } from './places.ts'

type Changing = {
  startsAt: Temporal.Instant | null
  endsAt: Temporal.Instant | null
  intake: Pick<PublicIntake, 'opensAt' | 'closesAt'> | null
}

/**
 * The next instant at which a page changes by itself: midnight in the city, or when something it shows begins,
 * ends, opens or closes. Until then it may be kept.
 */
export const freshUntil = (
  now: Temporal.Instant,
  timeZone: string,
  shown: readonly Changing[],
): Temporal.Instant => {
  const began = now.epochMilliseconds
  let next = now.toZonedDateTimeISO(timeZone).add({ days: 1 }).startOfDay().epochMilliseconds
  for (const { startsAt, endsAt, intake } of shown)
    for (const turn of [startsAt, endsAt, intake?.opensAt, intake?.closesAt]) {
      const at = turn?.epochMilliseconds ?? began
      if (at > began && at < next) next = at
    }
  return Temporal.Instant.fromEpochMilliseconds(next)
}
