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
  const midnight = now.toZonedDateTimeISO(timeZone).add({ days: 1 }).startOfDay().toInstant()
  const turns = shown.flatMap(({ startsAt, endsAt, intake }) => [
    startsAt,
    endsAt,
    intake?.opensAt,
    intake?.closesAt,
  ])
  return turns.reduce<Temporal.Instant>(
    (next, turn) => (turn && isBetween(now, turn, next) ? turn : next),
    midnight,
  )
}

const isBetween = (now: Temporal.Instant, turn: Temporal.Instant, next: Temporal.Instant) =>
  Temporal.Instant.compare(turn, now) > 0 && Temporal.Instant.compare(turn, next) < 0
