import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { Span } from '../post.ts'

export type Employee = { id: string; name: string }

/** The people of a provider as far as the acting person may know them. */
export const listEmployees = (tx: Tx, cityId: string, providerId: string): Promise<Employee[]> =>
  tx
    .selectFrom('employees')
    .select(['id', 'name'])
    .where('cityId', '=', cityId)
    .where('providerId', '=', providerId)
    .orderBy(sql`name collate "de-x-icu"`)
    .execute()

/** Locks the person, so that two posts given to her at the same moment are checked one after the other. */
export const lockEmployee = (tx: Tx, cityId: string, id: string) =>
  tx
    .selectFrom('employees')
    .select(['id', 'providerId'])
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()

type Person = { cityId: string; providerId: string; id: string }

export const addEmployee = (tx: Tx, person: Person & { name: string }) =>
  tx.insertInto('employees').values(person).execute()

/** The hours of her contract from this day on; what was agreed for later is replaced. */
export const writeContract = async (
  tx: Tx,
  { cityId, providerId, id }: Person,
  { from, minutes }: { from: Temporal.PlainDate; minutes: number },
) => {
  const day = from.toString()
  await sql`delete from contract_hours where city_id = ${cityId} and employee_id = ${id} and lower(valid) >= ${day}::date`.execute(
    tx,
  )
  await sql`update contract_hours set valid = daterange(lower(valid), ${day}::date)
    where city_id = ${cityId} and employee_id = ${id} and valid @> ${day}::date`.execute(tx)
  await tx
    .insertInto('contractHours')
    .values({ cityId, providerId, employeeId: id, minutes, valid: `[${day},)` })
    .execute()
}

export type Hours = Span & { employeeId: string; minutes: number }

export const listContracts = (tx: Tx, cityId: string, employeeIds: readonly string[]): Promise<Hours[]> =>
  listHours(tx, 'contractHours', cityId, employeeIds)

/** What she works on posts, as far as the acting person may see them; the database counts all of them. */
export const listPostHours = (tx: Tx, cityId: string, employeeIds: readonly string[]): Promise<Hours[]> =>
  listHours(tx, 'postAssignments', cityId, employeeIds)

const listHours = (
  tx: Tx,
  table: 'contractHours' | 'postAssignments',
  cityId: string,
  employeeIds: readonly string[],
) =>
  tx
    .selectFrom(table)
    .select([
      'employeeId',
      'minutes',
      sql<Temporal.PlainDate>`lower(valid)`.as('from'),
      sql<Temporal.PlainDate | null>`upper(valid)`.as('until'),
    ])
    .where('cityId', '=', cityId)
    .where(sql<boolean>`employee_id = any (${[...employeeIds]}::uuid[])`)
    .orderBy('valid')
    .execute()
