import { sql } from 'kysely'
import type { Database, Tx } from '../../platform/database/connect.ts'
import { deleteSome } from '../../platform/database/delete-some.ts'
import { isLanguage } from '../../platform/wording/wording.ts'
import { columnsOf, type Reach, reachOf } from '../../reach/index.ts'
import type { Taken } from '../free-pieces.ts'
import type { Loan, LoanState } from '../loan.ts'

type NewLoan = Loan & {
  enteredAt: Temporal.Instant
  deleteOn: Temporal.PlainDate
  renderingKey: string
  linkHash?: Buffer
  codeHash?: Buffer
}

/** Writes a loan down. The same form sent twice is one loan. */
export const addLoan = async (tx: Tx, cityId: string, { wants, ...loan }: NewLoan) => {
  await tx
    .insertInto('loans')
    .values({ ...loan, ...columnsOf(wants), cityId })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Whether a form has made its loan before; to be asked while the thing is locked. */
export const isEntered = async (tx: Tx, cityId: string, renderingKey: string) => {
  const loan = await loans(tx, cityId).where('renderingKey', '=', renderingKey).executeTakeFirst()
  return loan !== undefined
}

/** What is asked for, promised or out at the own centres, in order of the day on which it comes back. */
export const listOpenLoans = async (tx: Tx, cityId: string): Promise<Loan[]> => {
  const rows = await loans(tx, cityId)
    .where('state', 'in', ['asked', 'promised', 'lent'])
    .orderBy('dueOn')
    .orderBy('id')
    .limit(300)
    .execute()
  return rows.map(asLoan)
}

/** Kept locked until the end, so that two colleagues do not do the next step at once. */
export const lockLoan = async (tx: Tx, cityId: string, id: string) => {
  const row = await loans(tx, cityId).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && asLoan(row)
}

/** What of a thing is promised or out, without one loan that is being decided about. */
export const listTaken = async (
  tx: Tx,
  cityId: string,
  thingId: string,
  except: string | null,
): Promise<Taken[]> => {
  const { rows } = await sql<Taken>`
    select pieces, from_on, due_on, state = 'lent' as is_out from loans
    where city_id = ${cityId} and thing_id = ${thingId} and state in ('promised', 'lent')
      and id is distinct from ${except}::uuid`.execute(tx)
  return rows
}

type Step = Partial<{
  fromOn: Temporal.PlainDate
  reason: string
  returnedOn: Temporal.PlainDate
  depositTaken: boolean
  depositReturned: boolean
  deleteOn: Temporal.PlainDate
}> & { state: LoanState }

/** Fails with `never_more_out_than_there_are` where more pieces would be out than there are. */
export const takeStep = (tx: Tx, cityId: string, id: string, step: Step) =>
  tx.updateTable('loans').set(step).where('cityId', '=', cityId).where('id', '=', id).execute()

/** How many wishes wait for an answer of the own centres, and how many loans are overdue. */
export const countDue = async (tx: Tx, cityId: string, today: Temporal.PlainDate) => {
  const { rows } = await sql<{ asked: number; overdue: number }>`
    select count(*) filter (where state = 'asked')::int as asked, count(*) filter (where state = 'lent')::int as overdue
    from loans where city_id = ${cityId} and (state = 'asked' or (state = 'lent' and due_on < ${today}))`.execute(
    tx,
  )
  return rows[0] ?? { asked: 0, overdue: 0 }
}

/** What somebody finds again by a link or code. */
export type OwnLoan = Pick<Loan, 'centreId' | 'pieces' | 'fromOn' | 'dueOn' | 'state' | 'depositCents'> & {
  thingSlug: string
  thing: string
  thingLanguage: string
  rules: string
  reason: string
  reachBy: Reach['reachBy']
  deleteOn: Temporal.PlainDate
}

export const openByKey = async (db: Database, cityId: string, keyHash: Buffer, language: string) => {
  const { rows } = await sql<OwnLoan>`select * from loan_behind(${cityId}, ${keyHash}, ${language})`.execute(
    db,
  )
  return rows[0]
}

export const takeBack = async (db: Database, cityId: string, keyHash: Buffer) => {
  const { rows } = await sql<{ gone: boolean }>`
    select take_loan_back(${cityId}, ${keyHash}) as gone`.execute(db)
  return rows[0]?.gone ?? false
}

/** Deletes loans whose day has come, and says whose they were. */
export const deleteLoans = (tx: Tx, cityId: string, today: Temporal.PlainDate, limit: number) =>
  deleteSome(tx, 'loans', { cityId, hasEnded: sql`delete_on <= ${today}`, limit })

const loans = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('loans')
    .select(['id', 'providerId', 'centreId', 'thingId', 'pieces', 'language', 'called', 'reachBy', 'phone'])
    .select(['email', 'fromOn', 'dueOn', 'state', 'depositCents', 'depositTaken'])
    .where('cityId', '=', cityId)

type Row = Awaited<ReturnType<ReturnType<typeof loans>['executeTakeFirstOrThrow']>>

const asLoan = ({ reachBy, phone, email, ...row }: Row): Loan => ({
  ...row,
  language: isLanguage(row.language) ? row.language : 'de',
  wants: reachOf({ reachBy, phone, email }),
})
