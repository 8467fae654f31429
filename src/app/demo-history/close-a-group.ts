import { actingAs, type CentreRef, type Context, type StaffMember } from '../../identity/index.ts'
import { makeInvite } from '../../registration/index.ts'
import type { OpenIntake } from './store.ts'

/** The smallest group of the showcase takes only whoever was invited; those who are in it already stay. */
export const closeAGroup = async (
  context: Context,
  showcase: CentreRef,
  open: readonly Pick<OpenIntake, 'slug' | 'places' | 'centreId'>[],
) => {
  const lead: StaffMember = {
    ...{ kind: 'staff', accountId: 'demo', name: 'Demo', ledOffers: [], supportedCentres: [] },
    memberships: [{ role: 'centre-lead', ...showcase }],
  }
  const own = open.filter(({ centreId }) => centreId === showcase.centreId)
  const [smallest] = own.toSorted((one, other) => one.places - other.places)
  if (smallest) await makeInvite(actingAs(context, lead), smallest.slug)
}
