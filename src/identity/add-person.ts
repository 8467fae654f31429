import { record } from '../platform/audit.ts'
import type { Tx } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { findAccount, makeAccount } from './accounts.ts'
import type { Role } from './actor.ts'
import { type Context, todayIn } from './context.ts'
import { type Entrance, openEntrance } from './entrance.ts'
import type { Identity } from './identity.ts'
import { type Appointment, mayAppoint } from './permissions.ts'
import * as store from './store/people.ts'

/** A role and the centre or provider it is for; nothing for the roles of the city. */
export type Task = { role: Role; placeId?: string | undefined }

export type AddPersonOutcome =
  | ({ outcome: 'added' } & Entrance)
  | { outcome: 'already' }
  /** She works for the city and would work for a provider, or the other way round; or she has support access. */
  | { outcome: 'other-side' }

/** Gives somebody a task here, and an account if she has none. */
export const addPerson = async (
  accounts: Pick<Identity, 'auth'>,
  context: Context,
  { email, name, task }: { email: string; name: string; task: Task },
): Promise<AddPersonOutcome> => {
  const appointment = await inTransaction(context, tx => permittedAppointment(tx, context, task))
  const known = await findAccount(accounts, email)
  const { id: accountId } = known ?? (await makeAccount(accounts, { email, name }))
  try {
    return await inTransaction(context, async tx => {
      const { city, now } = context
      const { providerId } = appointment
      const entrance = await openEntrance(accounts, tx, context, {
        ...{ accountId, answering: providerId ?? city.id },
      })
      const membership = { cityId: city.id, accountId, ...appointment, today: todayIn(context), now }
      const subjectId = await store.addMembership(tx, membership)
      await record(tx, context, { action: 'membership.added', providerId, subjectId, fields: ['role'] })
      return { outcome: 'added', ...entrance }
    })
  } catch (error) {
    return { outcome: conflictOf(error) }
  }
}

const permittedAppointment = async (tx: Tx, context: Context, task: Task): Promise<Appointment> => {
  const cityId = context.city.id
  const appointment = await appointmentFor(tx, cityId, task)
  const { providerId } = appointment
  const hasManager = providerId !== null && (await store.hasManager(tx, cityId, providerId, todayIn(context)))
  requireThat(mayAppoint(context.actor, appointment, { hasManager }))
  return appointment
}

const appointmentFor = async (tx: Tx, cityId: string, { role, placeId }: Task): Promise<Appointment> => {
  switch (role) {
    case 'administrator':
    case 'city-office':
      return { role, providerId: null, centreId: null }
    case 'provider-manager': {
      const provider = orNotFound(placeId ? await store.findProvider(tx, cityId, placeId) : undefined)
      return { role, providerId: provider.id, centreId: null }
    }
    case 'centre-lead':
    case 'course-leader': {
      const centre = orNotFound(placeId ? await store.findCentre(tx, cityId, placeId) : undefined)
      return { role, providerId: centre.providerId, centreId: centre.id }
    }
  }
}

const conflictOf = (error: unknown) => {
  if (!(error instanceof Error && 'code' in error && error.code === '23P01')) throw error
  return 'constraint' in error && otherSide.includes(error.constraint) ? 'other-side' : 'already'
}

const otherSide: unknown[] = ['city_or_provider_never_both', 'city_role_or_support_never_both']
