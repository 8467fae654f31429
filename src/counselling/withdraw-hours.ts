import type { Context } from '../identity/index.ts'
import { type Message, notify } from '../outreach/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { wordingFor } from '../platform/wording/wording.ts'
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
    const letters = booked.filter(({ email }) => email !== '').map(booking => letterTo(booking, context))
    await notify(tx, context, ...letters)
    const { providerId } = hour
    await record(tx, context, { action: 'consultation.withdrawn', providerId, subjectId: hourId })
    return { told: letters.length, toCall: booked.filter(({ phone }) => phone !== '').length }
  })

const letterTo = (
  { centreId, providerId, writtenIn, email, startsAt }: BookedSlot,
  { city }: Context,
): Message => {
  const { t, moment } = wordingFor(writtenIn, city.timeZone)
  return {
    ...{ kind: 'letter', centreId, providerId, language: writtenIn, contact: { kind: 'email', email } },
    facts: {
      subject: t('counselling.letter.subject'),
      paragraphs: [
        { words: t('counselling.letter.greeting') },
        { words: t('counselling.letter.off', { when: moment(startsAt) }) },
        { words: t('counselling.letter.again') },
        { words: t('counselling.letter.closing') },
      ],
    },
  }
}
