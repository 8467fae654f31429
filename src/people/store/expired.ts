import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import { deleteSome } from '../../platform/database/delete-some.ts'

/** Who held a post, three full years after the end: nobody can claim anything from it any more. */
export const deleteAssignments = (tx: Tx, cityId: string, today: Temporal.PlainDate, limit: number) =>
  deleteSome(tx, 'postAssignments', { cityId, hasEnded: sql`delete_on <= ${today}`, limit })

/** People without any post, with the hours of their contracts. */
export const deleteEmployees = (tx: Tx, cityId: string, limit: number) =>
  deleteSome(tx, 'employees', { cityId, hasEnded: sql`not exists (${postsOfEmployee})`, limit })

const postsOfEmployee = sql`
  select from post_assignments a where a.city_id = employees.city_id and a.employee_id = employees.id`
