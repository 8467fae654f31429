import { suggestParts } from '../../centres/index.ts'
import { countBox, moveCash, readBox, readPayers, setReducedPrice, takePayment } from '../../fees/index.ts'
import { actingAs, type CentreRef, type Context, type StaffMember } from '../../identity/index.ts'
import { newSecret } from '../../platform/web/keys.ts'

const change = 5000
const familiesThatPaid = 4

/** A box with some change, counted yesterday; a lesser price for everything; a few families have paid since. */
export const takeFees = async (context: Context, showcase: CentreRef) => {
  await suggestParts(context, showcase, ['fees'])
  const lead: StaffMember = {
    ...{ kind: 'staff', accountId: 'demo', name: 'Demo', ledOffers: [], supportedCentres: [] },
    memberships: [{ role: 'centre-lead', ...showcase }],
  }
  const now = actingAs(context, lead)
  const yesterday = { ...now, now: context.now.subtract({ hours: 24 }) }
  await moveCash(yesterday, showcase, { ...sent(change), kind: 'put-in', words: '' })
  await countBox(yesterday, showcase, { countedCents: change, renderingKey: newSecret() })

  const { priced, dates } = await readBox(now, undefined)
  for (const { id, priceCents } of priced) await setReducedPrice(now, id, Math.floor(priceCents / 200) * 100)
  const [first] = dates
  if (!first) return
  const { families } = await readPayers(now, first.intakeId)
  for (const { id, dueCents } of families.slice(0, familiesThatPaid))
    await takePayment(now, id, sent(dueCents))
}

const sent = (cents: number) => ({ cents, renderingKey: newSecret() })
