import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { mayManagePost } from './permissions.ts'
import { type Refused, unlessRefused } from './refused.ts'
import * as employees from './store/employees.ts'
import * as store from './store/posts.ts'

type Changing = { employeeId: string; minutes: number; from: Temporal.PlainDate }

/** Changes the weekly hours of somebody's contract from a day on; they never become fewer than her posts need. */
export const changeContract = (context: Context, centreId: string, { employeeId, ...hours }: Changing) =>
  unlessRefused(() =>
    inTransaction(context, async (tx): Promise<{ outcome: 'changed' } | Refused> => {
      const cityId = context.city.id
      const centre = orNotFound(await store.findCentre(tx, cityId, centreId))
      requireThat(mayManagePost(context.actor, centre))
      const person = orNotFound(await employees.lockEmployee(tx, cityId, employeeId))
      requireThat(person.providerId === centre.providerId)
      const { providerId } = person
      await employees.writeContract(tx, { cityId, providerId, id: person.id }, hours)
      const fields = ['minutes', 'from']
      await record(tx, context, { action: 'contract.changed', providerId, subjectId: person.id, fields })
      return { outcome: 'changed' }
    }),
  )
