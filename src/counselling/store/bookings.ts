import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Database, Tx } from '../../platform/database/connect.ts'
import { isLanguage, type Language } from '../../platform/wording/wording.ts'
import type { QuestionTopic } from '../../questions/index.ts'
import type { CodeWord } from '../code-word.ts'
import type { Span, SpokenHere, Way } from '../consultation.ts'

type Booked = CentreRef & {
  id: string
  slotId: string
  codeWord: CodeWord
  language: SpokenHere
  writtenIn: string
  phone: string
  email: string
  deleteOn: Temporal.PlainDate
  renderingKey: string
  linkHash: Buffer
  codeHash: Buffer
}

/** Takes a booking in, and says whether it did: a slot that somebody else has is refused, and so is the same form. */
export const addBooking = async (tx: Tx, cityId: string, booking: Booked) => {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('consultationBookings')
    .values({ ...booking, cityId })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}

/** What a family finds again by its link or code; the desk itself may not read bookings. */
export type OwnBooking = Span & {
  centreId: string
  codeWord: CodeWord
  language: SpokenHere
  counsellor: string
  topic: QuestionTopic
  way: Way
  place: string
  meetingLink: string
  phone: string
  withdrawnAt: Temporal.Instant | null
  deleteOn: Temporal.PlainDate
}

export const openByKey = async (
  db: Database,
  cityId: string,
  keyHash: Buffer,
): Promise<OwnBooking | undefined> => {
  const { rows } = await sql<OwnBooking>`select * from consultation_behind(${cityId}, ${keyHash})`.execute(db)
  return rows[0]
}

/** Gives a slot back that has not begun, and says whether there was one. */
export const giveBack = async (db: Database, cityId: string, keyHash: Buffer, now: Temporal.Instant) => {
  const { rows } = await sql<{ gone: boolean }>`
    select give_consultation_back(${cityId}, ${keyHash}, ${now.toString()}) as gone`.execute(db)
  return rows[0]?.gone ?? false
}

/** Who comes when, to whom: everything the team knows about a family. */
export type BookedSlot = CentreRef &
  Span & {
    id: string
    counsellor: string
    topic: QuestionTopic
    way: Way
    place: string
    codeWord: CodeWord
    language: SpokenHere
    writtenIn: Language
    phone: string
    email: string
    came: boolean | null
    withdrawnAt: Temporal.Instant | null
  }

/** Bookings of the own centres that begin within a span, in order of time. */
export const listBooked = async (tx: Tx, cityId: string, { startsAt, endsAt }: Span) => {
  const rows = await bookings(tx, cityId)
    .where('s.startsAt', '>=', startsAt)
    .where('s.startsAt', '<', endsAt)
    .orderBy('s.startsAt')
    .orderBy('s.counsellor')
    .execute()
  return rows.map(asBooked)
}

/** Who has booked a slot of an hour that has not begun. */
export const listBookedOf = async (tx: Tx, cityId: string, hourId: string, now: Temporal.Instant) => {
  const rows = await bookings(tx, cityId)
    .where('s.hourId', '=', hourId)
    .where('s.startsAt', '>', now)
    .execute()
  return rows.map(asBooked)
}

/** How many consultations of the own centres are over, and nobody has said whether somebody came. */
export const countUnmarked = async (tx: Tx, cityId: string, now: Temporal.Instant) => {
  const unmarked = await bookings(tx, cityId)
    .where('s.endsAt', '<=', now)
    .where('s.withdrawnAt', 'is', null)
    .where('b.came', 'is', null)
    .execute()
  return unmarked.length
}

export const findBooked = async (tx: Tx, cityId: string, id: string) => {
  const row = await bookings(tx, cityId).where('b.id', '=', id).executeTakeFirst()
  return row && asBooked(row)
}

export const markCame = (tx: Tx, cityId: string, id: string, came: boolean) =>
  tx
    .updateTable('consultationBookings')
    .set({ came })
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .execute()

const bookings = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('consultationBookings as b')
    .innerJoin('consultationSlots as s', join =>
      join.onRef('s.cityId', '=', 'b.cityId').onRef('s.id', '=', 'b.slotId'),
    )
    .innerJoin('consultationHours as h', join =>
      join.onRef('h.cityId', '=', 's.cityId').onRef('h.id', '=', 's.hourId'),
    )
    .select(['b.id', 'b.providerId', 'b.centreId', 'b.codeWord', 'b.language', 'b.writtenIn', 'b.phone'])
    .select(['b.email', 'b.came', 's.startsAt', 's.endsAt', 's.counsellor', 's.withdrawnAt'])
    .select(['h.topic', 'h.way', 'h.place'])
    .where('b.cityId', '=', cityId)

type Row = Awaited<ReturnType<ReturnType<typeof bookings>['executeTakeFirstOrThrow']>>

const asBooked = ({ codeWord, writtenIn, ...row }: Row): BookedSlot => ({
  ...row,
  codeWord: codeWord as CodeWord,
  writtenIn: isLanguage(writtenIn) ? writtenIn : 'de',
})
