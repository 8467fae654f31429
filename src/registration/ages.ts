import type { Wording } from '../platform/wording/wording.ts'
import type { Intake } from './registration.ts'

/** Says a span of ages in months; the programme knows how, and it knows registering already, so the app brings it here. */
export type SayAges = (ages: { from: number | null; until: number | null }, wording: Wording) => string

/** The ages that fit, in words; undefined where every age does, or nobody is asked for children. */
export const agesOf = (
  { ageFrom, ageUntil, counts }: Pick<Intake, 'ageFrom' | 'ageUntil' | 'counts'>,
  wording: Wording,
  sayAges: SayAges,
) =>
  counts === 'adult' || (ageFrom === null && ageUntil === null)
    ? undefined
    : sayAges({ from: ageFrom, until: ageUntil }, wording)
