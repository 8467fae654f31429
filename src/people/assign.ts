import { randomUUIDv7 } from 'node:crypto'
import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import type { Tx } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { mayManagePost } from './permissions.ts'
import { type Assignment, firstDayBeyondContract } from './post.ts'
import { type Refused, unlessRefused } from './refused.ts'
import * as employees from './store/employees.ts'
import * as store from './store/posts.ts'

export type Assigning = Omit<Assignment, 'id' | 'name' | 'employeeId'> & {
  /** Somebody the provider has already, or somebody new with the hours of her contract. */
  who: { employeeId: string } | { name: string; contractMinutes: number }
}

export type AssignOutcome = { outcome: 'assigned' } | Refused

/**
 * Gives the post of a centre to somebody, or lets her stand in. Two may share it, and one may hold two posts, as
 * long as no hour of her contract is counted twice.
 */
export const assign = (context: Context, centreId: string, { who, ...assigning }: Assigning) =>
  unlessRefused(() =>
    inTransaction(context, async (tx): Promise<AssignOutcome> => {
      const cityId = context.city.id
      const centre = orNotFound(await store.findCentre(tx, cityId, centreId))
      requireThat(mayManagePost(context.actor, centre))
      const { providerId } = centre
      const employeeId = await employeeOf(tx, { cityId, providerId }, who)
      const [held, contracts] = await Promise.all([
        employees.listPostHours(tx, cityId, [employeeId]),
        employees.listContracts(tx, cityId, [employeeId]),
      ])
      const added =
        'employeeId' in who ? contracts : [{ ...assigning, minutes: who.contractMinutes, until: null }]
      if (firstDayBeyondContract([...held, assigning], added)) return { outcome: 'too-many-hours' }

      const id = randomUUIDv7()
      if ('name' in who) await addNew(tx, { cityId, providerId, id: employeeId }, who, assigning.from)
      await store.addAssignment(tx, { ...assigning, id, cityId, providerId, centreId, employeeId })
      const fields = ['kind', 'minutes', 'from', 'until']
      await record(tx, context, { action: 'post.assigned', providerId, subjectId: id, fields })
      return { outcome: 'assigned' }
    }),
  )

type Home = { cityId: string; providerId: string }

const employeeOf = async (tx: Tx, { cityId, providerId }: Home, who: Assigning['who']) => {
  if ('name' in who) return randomUUIDv7()
  const known = orNotFound(await employees.lockEmployee(tx, cityId, who.employeeId))
  // Somebody of another provider is nobody here.
  return orNotFound(known.providerId === providerId ? known.id : undefined)
}

const addNew = async (
  tx: Tx,
  person: Home & { id: string },
  { name, contractMinutes }: { name: string; contractMinutes: number },
  from: Temporal.PlainDate,
) => {
  await employees.addEmployee(tx, { ...person, name })
  await employees.writeContract(tx, person, { from, minutes: contractMinutes })
}
