import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { type Context, todayIn } from './context.ts'
import { closeUnusedSignIn } from './entrance.ts'
import { mayEnd } from './permissions.ts'
import * as store from './store/people.ts'

/** Takes a role from somebody, from today on; with her last one she loses her sign-in, too. */
export const endMembership = (context: Context, membershipId: string) =>
  inTransaction(context, async tx => {
    const [cityId, today, { now }] = [context.city.id, todayIn(context), context]
    const person = orNotFound(await store.findPerson(tx, cityId, membershipId, today))
    requireThat(mayEnd(context.actor, person))
    requireThat(await store.endMembership(tx, { cityId, id: membershipId, today, now }))
    await closeUnusedSignIn(tx, person.accountId, now)
    const { providerId } = person
    await record(tx, context, { action: 'membership.ended', providerId, subjectId: membershipId })
  })
