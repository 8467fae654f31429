import { actingAs, type Context, nobodysDesk } from '../../identity/index.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { hashOfKey, hashOfLink } from '../../platform/web/keys.ts'
import {
  datesToExcuse,
  excuse,
  putPagesTogether,
  type RegisterOutcome,
  register,
  showRegistration,
} from '../../registration/index.ts'
import { chanceFor } from './chance.ts'
import { inventedFamily } from './families.ts'
import type { OpenIntake } from './store.ts'

/** One family that comes to two things of one provider, has both on its page, and cannot come on one of the days. */
export const followAFamily = async (context: Context, intakes: readonly OpenIntake[]) => {
  const joined = []
  for (const intake of twoOfOneProvider(intakes)) {
    const desk = actingAs(context, { kind: 'desk', ...centreOf(intake) })
    const family = inventedFamily(intake, 99, chanceFor(`family ${intake.slug}`))
    const outcome = await register(desk, { ...family, called: 'Sahin', contact: { kind: 'none' } })
    await excuseOnce(desk, outcome)
    if ('keys' in outcome) joined.push(outcome.keys)
  }
  const [first, second] = joined
  if (!first || !second) return
  const nobody = actingAs(context, { kind: 'desk', ...nobodysDesk })
  const keys = { hash: hashOfLink(first.link), other: hashOfKey(second.code), now: context.now }
  await inTransaction(nobody, tx => putPagesTogether(tx, context.city.id, keys))
}

/** Of the provider that has most to choose from. */
const twoOfOneProvider = (intakes: readonly OpenIntake[]) => {
  const firstDates = [...Map.groupBy(intakes, ({ slug }) => slug).values()].flatMap(each => each.slice(0, 1))
  const byProvider = [...Map.groupBy(firstDates, ({ providerId }) => providerId).values()]
  const [most = []] = byProvider.toSorted((one, other) => other.length - one.length)
  return most.slice(0, 2)
}

const centreOf = ({ centreId, providerId }: OpenIntake) => ({ centreId, providerId })

/** The second date of a course: the first may be tomorrow. */
const excuseOnce = async (desk: Context, outcome: RegisterOutcome) => {
  if (outcome.outcome !== 'confirmed') return
  const { registration } = await showRegistration(desk, outcome.registrationId)
  const [, second] = await datesToExcuse(desk, registration)
  if (second) await excuse(desk, registration.id, { sessionId: second.sessionId, comes: false })
}
