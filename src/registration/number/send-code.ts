import { randomInt } from 'node:crypto'
import type { Context } from '../../identity/index.ts'
import { mobileNumber, notify } from '../../outreach/index.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../../platform/refusals.ts'
import { wordingFor } from '../../platform/wording/wording.ts'
import { mayChange } from '../permissions.ts'
import { isLive, type Registration } from '../registration.ts'
import * as numbers from '../store/numbers.ts'
import * as store from '../store/registrations.ts'
import { hashOfNumberCode } from './confirm-number.ts'

/** Whether a code by SMS can show that the number is the family's own: there is one, and nobody has shown it yet. */
export const asksToConfirm = (
  { household: { contact, isNumberConfirmed }, state }: Pick<Registration, 'household' | 'state'>,
  country: string,
) =>
  contact.kind === 'phone' &&
  !isNumberConfirmed &&
  isLive(state) &&
  mobileNumber(contact.phone, country) !== undefined

/** As long as messages wait for it; after that somebody calls. */
const codeMinutes = 30

/** Whether a code is on its way with which the family can go on now. */
export const isCodeSent = (context: Context, householdId: string) =>
  inTransaction(context, tx => numbers.hasCode(tx, context.city.id, householdId, context.now))

/**
 * Sends six digits to the number of a family; one code for all that it registered with this number by one form. The SMS
 * says nothing of what it is about, because the number may be somebody else's. `unlessSent`: a form that is sent again
 * leads to the digits as the first one did, and not to other digits.
 */
export const sendCode = (context: Context, registrationId: string, { unlessSent }: { unlessSent: boolean }) =>
  inTransaction(context, async (tx): Promise<{ outcome: 'code-sent' | 'nothing-to-confirm' }> => {
    const { city } = context
    if (unlessSent) await store.lockRegistration(tx, city.id, registrationId)
    const registration = orNotFound(await store.findRegistration(tx, city.id, registrationId))
    requireThat(mayChange(context.actor, registration))
    if (!asksToConfirm(registration, city.country)) return { outcome: 'nothing-to-confirm' }

    const { household, providerId, centreId } = registration
    if (unlessSent && (await numbers.hasCode(tx, city.id, household.id, context.now)))
      return { outcome: 'code-sent' }
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    const until = context.now.add({ minutes: codeMinutes })
    await numbers.keepCode(tx, city.id, household.id, { code: hashOfNumberCode(city.id, code), until })
    const { t } = wordingFor(household.language, city.timeZone)
    await notify(tx, context, {
      ...{ kind: 'letter', registrationId, providerId, centreId },
      ...{ language: household.language, contact: household.contact },
      facts: {
        subject: t('registration.my.codeTitle'),
        paragraphs: [{ words: t('registration.number.sms', { code }) }],
        ...{ isAnswer: true, usefulUntil: until.toString() },
      },
    })
    return { outcome: 'code-sent' }
  })
