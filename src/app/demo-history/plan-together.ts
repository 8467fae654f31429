import { actingAs, type CentreRef, type Context, type StaffMember } from '../../identity/index.ts'
import { listThingsAt, planJointActivity } from '../../joint-activities/index.ts'
import { keepOnlineLink } from '../../planning/index.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { NotFound } from '../../platform/refusals.ts'
import type { Chance } from './chance.ts'

const picnic = {
  minimum: 4,
  daysBefore: 3,
  meetingPoint: {
    de: 'Am Brunnen auf dem Blücherplatz, bei der gelben Fahne',
    en: 'At the fountain on Blücherplatz, by the yellow flag',
    ar: 'عند النافورة في ساحة بلوخر، بجانب العَلَم الأصفر',
  },
  things: [
    { id: '', needed: 3, name: { de: 'Salat', en: 'Salad', ar: 'سلطة' } },
    { id: '', needed: 3, name: { de: 'Brot oder Fladen', en: 'Bread or flatbread', ar: 'خبز' } },
    { id: '', needed: 2, name: { de: 'Obst', en: 'Fruit', ar: 'فواكه' } },
    { id: '', needed: 2, name: { de: 'Ball oder Spiel', en: 'Ball or game', ar: 'كرة أو لعبة' } },
  ],
}

/** An invented joint activity and the link of an online evening at the centre of the demo's lead, if the city has them. */
export const planTogether = async (context: Context, showcase: CentreRef) => {
  const lead: StaffMember = {
    ...{ kind: 'staff', accountId: 'demo', name: 'Demo', ledOffers: [], supportedCentres: [] },
    memberships: [{ role: 'centre-lead', ...showcase }],
  }
  const asLead = actingAs(context, lead)
  const link = { sessionId: null, address: 'https://treffen.example.org/elternabend' }
  await ifThere(planJointActivity(asLead, 'westend-samstags-picknick', picnic))
  await ifThere(keepOnlineLink(asLead, 'westend-elternabend-online', link))
}

/** Something of the list, for most families that come. */
export const broughtBy = async (context: Context, intakeId: string, chance: Chance): Promise<string[]> => {
  const things = await inTransaction(context, tx => listThingsAt(tx, context.city.id, { intakeId }, 'de'))
  const [first, ...others] = things.map(({ id }) => id)
  return first && chance.happens(70) ? [chance.oneOf([first, ...others])] : []
}

/** Another city has other offers. */
const ifThere = (planned: Promise<unknown>) =>
  planned.catch(error => {
    if (!(error instanceof NotFound)) throw error
  })
