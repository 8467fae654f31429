import { type Context, listCourseLeaders, todayIn } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { OfferPlan } from '../plan/offer-plan.ts'

/** The accounts a plan names that are course leaders of the centre; leading opens lists of names to them. */
export const leadersOf = async (
  tx: Tx,
  context: Context,
  centreId: string,
  { leaders }: Pick<OfferPlan, 'leaders'>,
) => {
  const courseLeaders = await listCourseLeaders(tx, { cityId: context.city.id, centreId }, todayIn(context))
  return courseLeaders.map(({ accountId }) => accountId).filter(accountId => leaders.includes(accountId))
}
