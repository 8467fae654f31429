import { inTransaction } from '../platform/database/transaction.ts'
import type { Role } from './actor.ts'
import { hasRole } from './actor.ts'
import { type Context, todayIn } from './context.ts'
import { mayEnd } from './permissions.ts'
import * as store from './store/people.ts'

/** Somebody in the list, and whether the one who reads it may change her task. */
export type ListedPerson = store.Person & { isChangeable: boolean }

/** A task that the one who reads may give, as it is chosen in a list. */
export type TaskChoice = { role: Role; placeId?: string; place?: string }

/** The people somebody may know of, and the tasks she may give. */
export const peopleHere = (context: Context) =>
  inTransaction(context, async tx => {
    const { actor, city } = context
    const people = await store.listPeople(tx, city.id, todayIn(context))
    const managed = new Set(
      people.flatMap(({ role, providerId }) => (role === 'provider-manager' ? [providerId] : [])),
    )
    const providers = await store.listProviders(tx, city.id)
    const own = context.scope.providers ?? []
    const centres = await store.listCentresOf(tx, city.id, [...own])
    const isAdministrator = hasRole(actor, 'administrator')
    const tasks: TaskChoice[] = [
      ...(isAdministrator ? ([{ role: 'administrator' }, { role: 'city-office' }] as const) : []),
      ...centres.flatMap(({ id, name }) =>
        (['centre-lead', 'course-leader'] as const).map(role => ({ role, placeId: id, place: name })),
      ),
      ...providers
        .filter(({ id }) => own.includes(id) || (isAdministrator && !managed.has(id)))
        .map(({ id, name }) => ({ role: 'provider-manager' as const, placeId: id, place: name })),
    ]
    const listed: ListedPerson[] = people.map(person => ({ ...person, isChangeable: mayEnd(actor, person) }))
    return { people: listed, tasks }
  })

/** A task as one value of a form, such as `centre-lead/<id of the centre>`. */
export const taskValue = ({ role, placeId }: TaskChoice) => (placeId ? `${role}/${placeId}` : role)
