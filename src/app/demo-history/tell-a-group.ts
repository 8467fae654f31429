import { actingAs, type CentreRef, type Context, type StaffMember } from '../../identity/index.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { newSecret } from '../../platform/web/keys.ts'
import { tellGroup } from '../../registration/index.ts'
import * as store from './store.ts'

/** What the lead of the showcase told one of her groups yesterday. */
export const tellAGroup = async (context: Context, showcase: CentreRef) => {
  const lead: StaffMember = {
    ...{ kind: 'staff', accountId: 'demo', name: 'Demo', ledOffers: [], supportedCentres: [] },
    memberships: [{ role: 'centre-lead', ...showcase }],
  }
  const before = context.now.add({ hours: 14 * 24 })
  const open = await inTransaction(context, tx => store.listOpenIntakes(tx, context, before))
  const group = open.find(({ centreId, counts }) => centreId === showcase.centreId && counts !== 'adult')
  if (!group) return
  const yesterday = {
    ...actingAs(context, lead),
    now: context.now.subtract({ hours: 24 }),
    language: 'de' as const,
  }
  await tellGroup(yesterday, group.slug, {
    words: 'Windpocken am Dienstag. Wer schwanger ist, fragt bitte die Ärztin.',
    renderingKey: newSecret(),
  })
}
