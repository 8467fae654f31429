import type { Tx } from '../../platform/database/connect.ts'

/** Who held a post, three full years after the end: nobody can claim anything from it any more. */
export const deleteAssignments = (tx: Tx, cityId: string, today: Temporal.PlainDate, limit: number) =>
  tx
    .deleteFrom('postAssignments')
    .where('cityId', '=', cityId)
    .where('id', 'in', assignments =>
      assignments
        .selectFrom('postAssignments')
        .select('id')
        .where('cityId', '=', cityId)
        .where('deleteOn', '<=', today)
        .limit(limit),
    )
    .returning('providerId')
    .execute()

/** People without any post, with the hours of their contracts. */
export const deleteEmployees = (tx: Tx, cityId: string, limit: number) =>
  tx
    .deleteFrom('employees')
    .where('cityId', '=', cityId)
    .where('id', 'in', employees =>
      employees
        .selectFrom('employees as e')
        .select('e.id')
        .where('e.cityId', '=', cityId)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('postAssignments as a')
                .select('a.id')
                .whereRef('a.cityId', '=', 'e.cityId')
                .whereRef('a.employeeId', '=', 'e.id'),
            ),
          ),
        )
        .limit(limit),
    )
    .returning('providerId')
    .execute()
