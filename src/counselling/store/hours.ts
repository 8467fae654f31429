import type { Tx } from '../../platform/database/connect.ts'
import type { ConsultationHour, Span } from '../consultation.ts'

/** Writes an hour with its slots. Fails with 23P01 where the counsellor already listens to somebody else. */
export const addHour = async (tx: Tx, cityId: string, hour: ConsultationHour, slots: readonly Span[]) => {
  await tx
    .insertInto('consultationHours')
    .values({ ...hour, cityId })
    .execute()
  const { id: hourId, providerId, centreId, counsellor, topic } = hour
  await tx
    .insertInto('consultationSlots')
    .values(slots.map(slot => ({ ...slot, cityId, hourId, providerId, centreId, counsellor, topic })))
    .execute()
}

/** Hours of the own centres from a day on that still take place. */
export const listHours = async (tx: Tx, cityId: string, from: Temporal.PlainDate) => {
  const rows = await hours(tx, cityId)
    .where('heldOn', '>=', from)
    .where('withdrawnAt', 'is', null)
    .orderBy('heldOn')
    .orderBy('starts')
    .orderBy('counsellor')
    .limit(200)
    .execute()
  return rows.map(asHour)
}

/** Kept locked until the end, so that two colleagues do not tell the same families twice. */
export const lockHour = async (tx: Tx, cityId: string, id: string) => {
  const row = await hours(tx, cityId)
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row && asHour(row)
}

/** The hour and its slots do not take place; what was booked stays, so that a family finds out. */
export const withdrawHour = async (tx: Tx, cityId: string, id: string, withdrawnAt: Temporal.Instant) => {
  await tx
    .updateTable('consultationHours')
    .set({ withdrawnAt })
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .execute()
  await tx
    .updateTable('consultationSlots')
    .set({ withdrawnAt })
    .where('cityId', '=', cityId)
    .where('hourId', '=', id)
    .execute()
}

const hours = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('consultationHours')
    .select(['id', 'providerId', 'centreId', 'counsellor', 'topic', 'languages', 'way', 'place'])
    .select(['meetingLink', 'heldOn', 'starts', 'ends', 'slotMinutes'])
    .where('cityId', '=', cityId)

type Row = Awaited<ReturnType<ReturnType<typeof hours>['executeTakeFirstOrThrow']>>

const asHour = (row: Row): ConsultationHour => ({
  ...row,
  languages: row.languages as ConsultationHour['languages'],
})
