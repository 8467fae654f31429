/** What one registers for, as families may know it: whether there is room, never how many have come. */
export type PublicIntake = {
  id: string
  opensAt: Temporal.Instant | null
  /** The local day of that moment. */
  opensOn: Temporal.PlainDate | null
  closesAt: Temporal.Instant
  isStopped: boolean
  /** Only whoever was invited joins; the link is handed out by the lead. */
  isClosedGroup: boolean
  freePlaces: number
  /** Null where babies are not counted on their own. */
  freeBabyPlaces: number | null
}

/** How a family joins, in the order of a conversation at the door. */
export type Joining =
  | { joining: 'just-come' | 'closed' | 'by-invitation' | 'waiting' | 'open' }
  | { joining: 'not-yet'; opensAt: Temporal.Instant; opensOn: Temporal.PlainDate }
  | { joining: 'few'; places: number }

/** From here on, a page says how many places are left. */
const fewPlaces = 3

/** What a family can do about an offer now: just come, register, wait, come back later, or nothing. */
export const joiningOf = (
  registration: string,
  intake: PublicIntake | null,
  now: Temporal.Instant,
): Joining => {
  if (registration === 'none') return { joining: 'just-come' }
  if (!intake || intake.isStopped || Temporal.Instant.compare(now, intake.closesAt) >= 0)
    return { joining: 'closed' }
  if (intake.isClosedGroup) return { joining: 'by-invitation' }
  const { opensAt, opensOn } = intake
  if (opensAt && opensOn && Temporal.Instant.compare(now, opensAt) < 0)
    return { joining: 'not-yet', opensAt, opensOn }
  if (intake.freePlaces <= 0) return { joining: 'waiting' }
  return intake.freePlaces <= fewPlaces ? { joining: 'few', places: intake.freePlaces } : { joining: 'open' }
}
