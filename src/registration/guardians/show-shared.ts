import type { Context } from '../../identity/index.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { orNotFound } from '../../platform/refusals.ts'
import { type RegistrationView, showRegistration } from '../show.ts'
import { findSeenChildren } from '../store/guardians.ts'

export type Shared = {
  view: RegistrationView
  /** First names of the children whom this guardian sees. */
  names: readonly string[]
  /** There is no other child in the registration: it can be excused as a whole. */
  areAll: boolean
}

/** What a guardian sees: when and where its children are expected. */
export const showShared = async (
  desk: Context,
  { guardianId, registrationId }: { guardianId: string; registrationId: string },
): Promise<Shared> => {
  const seen = await inTransaction(desk, tx => findSeenChildren(tx, desk.city.id, guardianId))
  return { view: await showRegistration(desk, registrationId), ...orNotFound(seen) }
}
