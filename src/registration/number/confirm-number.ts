import { createHash } from 'node:crypto'
import type { Context } from '../../identity/index.ts'
import { sendWhatWaited } from '../../outreach/index.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../../platform/refusals.ts'
import { mayChange } from '../permissions.ts'
import * as numbers from '../store/numbers.ts'
import * as store from '../store/registrations.ts'

/** Six digits can be tried out by whoever has the hash; it is kept so that nobody reads them by chance. */
export const hashOfNumberCode = (cityId: string, code: string) =>
  createHash('sha256').update(`number ${cityId} ${code}`).digest()

/** The family typed the code that came by SMS: from now on it is written to there, first what has waited for it. */
export const confirmNumber = (context: Context, registrationId: string, typed: string) =>
  inTransaction(context, async (tx): Promise<{ outcome: 'number-confirmed' | 'other-code' }> => {
    const { city, now } = context
    const registration = orNotFound(await store.findRegistration(tx, city.id, registrationId))
    requireThat(mayChange(context.actor, registration))
    const code = hashOfNumberCode(city.id, typed)
    const confirmed = await numbers.confirmNumber(tx, city.id, registration.household.id, { code, now })
    if (confirmed.length === 0) return { outcome: 'other-code' }
    await sendWhatWaited(tx, context, confirmed)
    return { outcome: 'number-confirmed' }
  })

/** Too many wrong ones were typed: whoever tries on tries at nothing. */
export const forgetNumberCode = (context: Context, registrationId: string) =>
  inTransaction(context, async tx => {
    const registration = orNotFound(await store.findRegistration(tx, context.city.id, registrationId))
    requireThat(mayChange(context.actor, registration))
    await numbers.forgetCode(tx, context.city.id, registration.household.id)
  })
