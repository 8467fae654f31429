import type { Mailer } from '../platform/mail/mailer.ts'
import type { PushSender } from '../platform/push/push-sender.ts'
import type { SmsGateway } from '../platform/sms/sms-gateway.ts'
import type { ReachableHours } from './reachable-hours.ts'

/** The ways by which messages leave the house. */
export type Post = {
  mailer?: Mailer | undefined
  sms?: SmsPost | undefined
  /** To the phones that want it. */
  push?: PushSender | undefined
  /** The hours in which telephones may ring, where a centre has not chosen its own and those are not the usual ones. */
  phonesRing?: ReachableHours | undefined
  /** Where the product is reached (KIEZNETZ_URL); a city among several has a host of its own besides. */
  site?: string | undefined
  /** In the demo a message counts as arrived when it lies in the mailbox page, where it stays readable. */
  isDemo: boolean
}

/** A gateway, and what one part of an SMS costs in cents. */
export type SmsPost = { gateway: SmsGateway; centsEach: number }

export const smsOf = ({ sms, isDemo }: Post) => sms ?? (isDemo ? intoTheMailbox : undefined)

const intoTheMailbox: SmsPost = { gateway: { send: async () => {} }, centsEach: 8 }
