import type { Contact } from './message.ts'
import type { ReachableHours } from './reachable-hours.ts'

/** How a family is reached at this moment. */
export type Reached = {
  /** All registrations of one family at one provider stand on one page (decision 33). */
  pageId: string
  kind: Contact['kind']
  /** Empty where it left none. */
  address: string
  isSafe: boolean
  hours: ReachableHours | null
  /** The owner of the number has shown that it is hers. */
  isConfirmed: boolean
  isLocked: boolean
}

type Written = {
  kind: string
  state: 'waiting' | 'sent' | 'failed' | 'by-hand' | 'bounced'
  channel: 'email' | 'phone' | 'sms' | 'paper' | 'push'
  address: string
  isNeutral: boolean
  hours: ReachableHours | undefined
}

/**
 * A message as it may go now. What was true when it was written may be true no more: somebody reads along since, the
 * number was wrong, the family is locked. What once made it careful stays. A letter that is written already is about the
 * address it goes to, such as a code that proves a number; and of what was told nothing changes any more.
 */
export const asOfToday = (
  { kind, state, channel, address, isNeutral, hours }: Written,
  family: Reached | undefined,
) => {
  const written = { channel, address, isNeutral, hours }
  if (!family || state === 'sent')
    return { ...written, pageId: undefined, isConfirmed: false, isLocked: false, isAsWritten: true }
  const keepsItsWay =
    kind === 'letter' || channel === 'push' || (state === 'bounced' && family.kind === 'email')
  const today = {
    ...(keepsItsWay ? { channel, address } : wayTo(family)),
    isNeutral: isNeutral || family.isSafe,
    hours: family.hours ?? hours,
  }
  return {
    ...{ ...today, pageId: family.pageId, isLocked: family.isLocked },
    isConfirmed: today.channel === 'phone' && family.isConfirmed && family.address === today.address,
    isAsWritten:
      today.channel === channel &&
      today.address === address &&
      today.isNeutral === isNeutral &&
      areSameHours(today.hours, hours),
  }
}

const wayTo = ({ kind, address }: Reached): Pick<Written, 'channel' | 'address'> =>
  kind === 'none' ? { channel: 'paper', address: '' } : { channel: kind, address }

/** Two that are both reached at any time have the same hours, too. */
export const areSameHours = (one: ReachableHours | undefined, other: ReachableHours | undefined) =>
  inOrder(one) === inOrder(other)

const inOrder = (hours: ReachableHours | undefined) =>
  hours && JSON.stringify([hours.from, hours.until, [...(hours.days ?? [])].sort()])
