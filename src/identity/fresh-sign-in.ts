import type { Actor } from './actor.ts'

/** So long a proof counts: a desk that was left alone gives away no rights. */
const countsFor = { minutes: 10 }

/** Whether it was proved a moment ago who sits there. */
export const provedRecently = (actor: Actor, now: Temporal.Instant) =>
  actor.kind === 'staff' && isRecent(actor.provedAt, now)

export const isRecent = (provedAt: Temporal.Instant | undefined, now: Temporal.Instant) =>
  provedAt !== undefined && Temporal.Instant.compare(now, provedAt.add(countsFor)) < 0
