import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { CashEntry, Kind } from '../cash-book.ts'

export type NewEntry = CentreRef & {
  id: string
  heldOn: Temporal.PlainDate
  kind: Kind
  cents: number
  offerId?: string | undefined
  registrationId?: string | undefined
  refundsId?: string | undefined
  words?: string
  bookedAt: Temporal.Instant
  renderingKey: string
}

/** What should lie in the box of a centre, in cents, and its last counted line; a box nobody has used is empty. */
export const findBox = async (tx: Tx, cityId: string, centreId: string) =>
  (await tx
    .selectFrom('cashBoxes')
    .select(['balanceCents', 'countedUntil'])
    .where('cityId', '=', cityId)
    .where('centreId', '=', centreId)
    .executeTakeFirst()) ?? { balanceCents: 0, countedUntil: 0 }

/** Writes a line, to which the database gives its number. A form that was sent twice is one line: its id comes back. */
export const enter = async (tx: Tx, cityId: string, entry: NewEntry): Promise<string> => {
  const { centreId, providerId } = entry
  await tx
    .insertInto('cashBoxes')
    .values({ cityId, centreId, providerId })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  await tx
    .insertInto('cashEntries')
    .values({ ...entry, cityId })
    .onConflict(conflict => conflict.columns(['cityId', 'renderingKey']).doNothing())
    .execute()
  const { id } = await tx
    .selectFrom('cashEntries')
    .select('id')
    .where('cityId', '=', cityId)
    .where('renderingKey', '=', entry.renderingKey)
    .executeTakeFirstOrThrow()
  return id
}

export const findEntry = async (tx: Tx, cityId: string, id: string) =>
  (await entriesWhere(tx, cityId, sql`e.id = ${id}`))[0]

/** The lines from one number to another; without a last one, to the end of the book. */
export const listLines = (
  tx: Tx,
  cityId: string,
  centreId: string,
  { first, last }: { first: number; last?: number },
) =>
  entriesWhere(
    tx,
    cityId,
    sql`e.centre_id = ${centreId} and e.number >= ${first} and e.number <= ${last ?? 2 ** 31 - 1}`,
  )

export const listPaymentsOf = (tx: Tx, cityId: string, intakeId: string) =>
  entriesWhere(
    tx,
    cityId,
    sql`e.kind = 'payment' and e.registration_id in (select r.id from registrations r
      where r.city_id = e.city_id and r.intake_id = ${intakeId})`,
  )

const entriesWhere = async (tx: Tx, cityId: string, condition: ReturnType<typeof sql>) => {
  const { rows } = await sql<CashEntry & { registrationId: string | null }>`
    select e.id, e.provider_id, e.centre_id, e.number, e.held_on, e.kind, e.cents, e.offer_id, e.refunded_cents, e.words,
      e.booked_at, e.registration_id, (select t.title from offer_texts t
        join offers o on o.city_id = t.city_id and o.id = t.offer_id
        where t.city_id = e.city_id and t.offer_id = e.offer_id
        order by t.language = o.source_language desc, t.language limit 1) as title
    from cash_entries e where e.city_id = ${cityId} and ${condition} order by e.number`.execute(tx)
  return rows
}

/** The box was counted: the lines it is about, and what lay in it, in cents. */
export type CashSheet = {
  number: number
  firstLine: number
  lastLine: number
  countedOn: Temporal.PlainDate
  countedCents: number
  expectedCents: number
}

export const listSheets = (tx: Tx, cityId: string, centreId: string): Promise<CashSheet[]> =>
  sheetsOf(tx, cityId, centreId).orderBy('number', 'desc').limit(60).execute()

export const findSheet = (tx: Tx, cityId: string, centreId: string, number: number) =>
  sheetsOf(tx, cityId, centreId).where('number', '=', number).executeTakeFirst()

const sheetsOf = (tx: Tx, cityId: string, centreId: string) =>
  tx
    .selectFrom('cashSheets')
    .select(['number', 'firstLine', 'lastLine', 'countedOn', 'countedCents', 'expectedCents'])
    .where('cityId', '=', cityId)
    .where('centreId', '=', centreId)

type NewSheet = CentreRef &
  Pick<CashSheet, 'countedOn' | 'countedCents' | 'expectedCents'> & {
    countedAt: Temporal.Instant
    countedBy: string
  }

/** The database adds its number and which lines it is about, and refuses a sum that the book does not say. */
export const signSheet = (tx: Tx, cityId: string, sheet: NewSheet) =>
  tx
    .insertInto('cashSheets')
    .values({ ...sheet, cityId })
    .execute()

/** How many of the boxes have lines of an earlier day that nobody has counted. */
export const countForgotten = async (
  tx: Tx,
  cityId: string,
  centreIds: readonly string[],
  today: Temporal.PlainDate,
) => {
  const { rows } = await sql<{ count: number }>`
    select count(distinct e.centre_id)::int as count from cash_entries e join cash_boxes b using (city_id, centre_id)
    where e.city_id = ${cityId} and e.centre_id = any (${[...centreIds]}::uuid[]) and e.held_on < ${today.toString()}
      and e.number > b.counted_until`.execute(tx)
  return rows[0]?.count ?? 0
}

/**
 * What was paid for each offer, month by month, less what was given back; in cents, no name in it. An offer that is
 * not published has no title for the provider.
 */
export type Income = { title: string | null; month: Temporal.PlainDate; cents: number; payments: number }

export const listIncome = async (tx: Tx, cityId: string, centreId: string, from: Temporal.PlainDate) => {
  const { rows } = await sql<Income>`
    select t.title, date_trunc('month', e.held_on)::date as month,
      sum(case e.kind when 'payment' then e.cents else -e.cents end)::int as cents,
      (count(*) filter (where e.kind = 'payment'))::int as payments
    from cash_entries e
    left join lateral (select t.title from offer_texts t where t.city_id = e.city_id and t.offer_id = e.offer_id
      order by t.language = 'de' desc, t.language limit 1) t on true
    where e.offer_id is not null and e.city_id = ${cityId} and e.centre_id = ${centreId} and e.held_on >= ${from.toString()}
    group by e.offer_id, t.title, 2 order by 2 desc, t.title collate "de-x-icu"`.execute(tx)
  return rows
}
