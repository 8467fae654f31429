import type { Page } from '../identity/index.ts'
import type { Contact } from '../outreach/index.ts'
import { sharedRateLimit } from '../platform/web/rate-limit.ts'

// Everybody may type an address that is not her own; nobody gets more letters by it than a large family would.
const mayWriteOften = sharedRateLimit({ name: 'letters', times: 12, seconds: 3600 })

/** Whether one more family may give this address, to which letters will go; asking counts. */
export const mayWriteTo = async (c: Page, contact: Contact) =>
  contact.kind !== 'email' || mayWriteOften(c, contact.email.toLowerCase())

// An SMS wakes somebody up and costs the provider money.
const mayTextOften = sharedRateLimit({ name: 'number-codes', times: 4, seconds: 3600 })

/** Whether one more code may go to this number, however it is written; asking counts. */
export const mayTextTo = (c: Page, phone: string) => mayTextOften(c, phone.replaceAll(/\D/g, '').slice(-9))
