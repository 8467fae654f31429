import type { Context } from '../identity/index.ts'
import { letterTo, notify } from '../outreach/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { mayOfferHours } from './permissions.ts'
import { type BookedSlot, listBookedOf } from './store/bookings.ts'
import * as store from './store/hours.ts'

export type WithdrawOutcome = { told: number; toCall: number }

/**
 * Takes an hour back. Whoever left an e-mail is told at once; who left a number is shown to the team, to be called;
 * everybody else finds it under the link. The letter does not say what the appointment was about: another may read it.
 */
export const withdrawHours = (context: Context, hourId: string) =>
  inTransaction(context, async (tx): Promise<WithdrawOutcome> => {
    const { city, now } = context
    const hour = orNotFound(await store.lockHour(tx, city.id, hourId))
    requireThat(mayOfferHours(context.actor, hour))
    await store.withdrawHour(tx, city.id, hourId, now)
    const booked = await listBookedOf(tx, city.id, hourId, now)
    const letters = booked.filter(({ email }) => email !== '').map(booking => newsFor(booking, context))
    await notify(tx, context, ...letters)
    const { providerId } = hour
    await record(tx, context, { action: 'consultation.withdrawn', providerId, subjectId: hourId })
    return { told: letters.length, toCall: booked.filter(({ phone }) => phone !== '').length }
  })

const newsFor = ({ centreId, providerId, writtenIn, email, startsAt }: BookedSlot, { city }: Context) =>
  letterTo({ centreId, providerId, language: writtenIn, email }, city.timeZone, ({ t, moment }) => ({
    subject: t('counselling.letter.subject'),
    paragraphs: [
      { words: t('counselling.letter.off', { when: moment(startsAt) }) },
      { words: t('counselling.letter.again') },
    ],
  }))
