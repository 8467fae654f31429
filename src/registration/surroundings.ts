import type { Context } from '../identity/index.ts'
import type { IconName } from '../platform/design/index.ts'
import type { Wording } from '../platform/wording/wording.ts'
import type { SayAges } from './ages.ts'
import type { OtherCodes } from './pages/code-page.tsx'
import type { SayPrice } from './price.ts'

/** Where else a family goes from its personal page, such as to what it pays; those capabilities know this one. */
type MoreWays = (
  desk: Context,
  mine: { registrationId: string; link: string },
  wording: Wording,
) => Promise<Way[]>

export type Way = { href: string; label: string; icon: IconName }

/** What the app tells this capability about those that know it. */
export type Surroundings = {
  sayAges: SayAges
  sayPrice: SayPrice
  otherCodes: OtherCodes
  moreWays: MoreWays
  /** SMS leave the house, so that a number can be asked whose it is. */
  sendsSms: boolean
}
