import { randomUUIDv7 } from 'node:crypto'
import type { CentreRef, Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { requireThat } from '../platform/refusals.ts'
import { type ConsultationHour, daysOf, slotsWithin } from './consultation.ts'
import { mayOfferHours } from './permissions.ts'
import { addHour } from './store/hours.ts'

export type OfferingHours = Omit<ConsultationHour, 'id' | 'heldOn' | keyof CentreRef> & {
  first: Temporal.PlainDate
  /** Every week until then; undefined for a single day. */
  last: Temporal.PlainDate | undefined
}
export type OfferHoursOutcome = { outcome: 'offered'; amount: number } | { outcome: 'overlaps' }

/** Offers the hours of a counsellor, on one day or every week, cut into slots. All of them or none. */
export const offerHours = async (
  context: Context,
  { centreId, providerId }: CentreRef,
  { first, last, ...hour }: OfferingHours,
): Promise<OfferHoursOutcome> => {
  requireThat(mayOfferHours(context.actor, { centreId }))
  const { id: cityId, timeZone } = context.city
  const days = daysOf(first, last)
  try {
    await inTransaction(context, async tx => {
      for (const heldOn of days) {
        const at = (plainTime: Temporal.PlainTime) =>
          heldOn.toZonedDateTime({ timeZone, plainTime }).toInstant()
        const slots = slotsWithin({ startsAt: at(hour.starts), endsAt: at(hour.ends) }, hour.slotMinutes)
        const id = randomUUIDv7()
        await addHour(tx, cityId, { ...hour, centreId, providerId, heldOn, id }, slots)
        await record(tx, context, { action: 'consultation.offered', providerId, subjectId: id })
      }
    })
  } catch (error) {
    if (isOverlap(error)) return { outcome: 'overlaps' }
    throw error
  }
  return { outcome: 'offered', amount: days.length }
}

/** The counsellor already listens to somebody at that time. */
const isOverlap = (error: unknown) => error instanceof Error && 'code' in error && error.code === '23P01'
