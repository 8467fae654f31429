import type { Page } from '../identity/index.ts'
import type { Contact } from '../outreach/index.ts'
import { clientAddress } from '../platform/web/client-address.ts'
import { sharedRateLimit } from '../platform/web/rate-limit.ts'

// Everybody may type an address that is not her own; nobody gets more letters by it than a large family would. It is
// counted by who types it, so that a stranger who does so again and again does not keep its owner out.
const mayWriteFromHere = sharedRateLimit({ name: 'letters', times: 12, seconds: 3600 })
const mayWriteOften = sharedRateLimit({ name: 'letters-to', times: 48, seconds: 3600 })

/** Whether one more family may give this address, to which letters will go; asking counts. */
export const mayWriteTo = async (c: Page, contact: Contact) => {
  if (contact.kind !== 'email') return true
  const email = contact.email.toLowerCase()
  return (await mayWriteFromHere(c, `${email} ${clientAddress(c)}`)) && mayWriteOften(c, email)
}

// An SMS wakes somebody up and costs the provider money.
const mayTextOften = sharedRateLimit({ name: 'number-codes', times: 4, seconds: 3600 })

// Whoever lets codes be sent to number after number wakes strangers, and uses up what the provider pays for families.
const mayTextFromHere = sharedRateLimit({ name: 'number-codes-from', times: 20, seconds: 3600 })
const mayTextFromHereDaily = sharedRateLimit({
  name: 'number-codes-from-daily',
  times: 40,
  seconds: 24 * 3600,
})
const mayTextForOne = sharedRateLimit({ name: 'number-codes-for', times: 5, seconds: 24 * 3600 })
const mayTextDaily = sharedRateLimit({ name: 'number-codes-daily', times: 8, seconds: 24 * 3600 })

/** Whether one more code may be sent for a registration, to whatever number, from where it was asked for. */
export const mayAskForCode = async (c: Page, registrationId: string) =>
  (await mayTextForOne(c, registrationId)) &&
  (await mayTextFromHere(c, clientAddress(c))) &&
  (await mayTextFromHereDaily(c, clientAddress(c)))

/** Whether one more code may go to this number, however it is written; asking counts. */
export const mayTextTo = async (c: Page, phone: string) =>
  (await mayTextOften(c, sameNumber(phone))) && (await mayTextDaily(c, sameNumber(phone)))

/** What is the same in all ways to write a number: its last nine figures. */
const sameNumber = (phone: string) => phone.replaceAll(/\D/g, '').slice(-9)
