import { actingAs, type CentreRef, type Context, type StaffMember } from '../../identity/index.ts'
import { type ChosenRules, setPlaceRules } from '../../registration/index.ts'
import type { OpenIntake } from './store.ts'

const asBefore: ChosenRules = {
  ...{ priority: 'first-come', giving: 'by-rule', waitingRule: 'first-that-fits' },
  ...{ offerHours: 48, referralWord: null },
}

/** Two offers of the showcase with a rule of their own: brothers and sisters first, and the centre says yes first. */
export const choosePlaceRules = async (
  context: Context,
  showcase: CentreRef,
  open: readonly Pick<OpenIntake, 'slug' | 'counts'>[],
) => {
  const lead: StaffMember = {
    ...{ kind: 'staff', accountId: 'demo', name: 'Demo', ledOffers: [], supportedCentres: [] },
    memberships: [{ role: 'centre-lead', ...showcase }],
  }
  const slugs = [...new Set(open.map(({ slug }) => slug))]
  const [siblings, approved] = slugs
  const asLead = actingAs(context, lead)
  if (siblings) await setPlaceRules(asLead, siblings, { ...asBefore, priority: 'siblings' })
  if (approved) await setPlaceRules(asLead, approved, { ...asBefore, giving: 'after-approval' })
}
