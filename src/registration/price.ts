import type { Wording } from '../platform/wording/wording.ts'

/** What an offer costs in cents; `reducedCents` is null where nothing less than the full price was set. */
export type Price = {
  priceCents: number
  pricePer: 'session' | 'course' | 'family-session' | null
  reducedCents: number | null
}

/** Says it, and that nobody stays away for money; the programme knows how, so the app brings it here, as with ages. */
export type SayPrice = (price: Price, wording: Wording) => readonly string[]
