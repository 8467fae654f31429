import { actingAs, type CentreRef, type Context, type StaffMember } from '../../identity/index.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { addAtDesk } from '../../registration/index.ts'
import * as store from './store.ts'

const wanting = [
  { called: 'Okafor', language: 'en', medium: 'email', address: 'okafor@familie.example' },
  { called: 'Sahin', language: 'tr', medium: 'email', address: 'sahin@familie.example' },
  { called: 'Brandt', language: 'de', medium: 'call', address: '0611 5550143' },
] as const

/** Three families wanted to know when a group of the showcase starts again, a month before its dates were published. */
export const wantToKnow = async (context: Context, showcase: CentreRef) => {
  const before = context.now.add({ hours: 30 * 24 })
  const open = await inTransaction(context, tx => store.listOpenIntakes(tx, context, before))
  const group = open.find(({ centreId, counts }) => centreId === showcase.centreId && counts !== 'adult')
  if (!group) return
  const lead: StaffMember = {
    ...{ kind: 'staff', accountId: 'demo', name: 'Demo', ledOffers: [], supportedCentres: [] },
    memberships: [{ role: 'centre-lead', ...showcase }],
  }
  const lastMonth = { ...actingAs(context, lead), now: context.now.subtract({ hours: 30 * 24 }) }
  for (const asked of wanting) await addAtDesk(lastMonth, group.slug, asked)
  await inTransaction(context, tx => store.knowNoDatesYet(tx, context.city.id))
}
