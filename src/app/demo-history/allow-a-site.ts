import { actingAs, type Context, type StaffMember } from '../../identity/index.ts'
import { allowSite } from '../../open-data/index.ts'

/** The website of an invented nursery that shows the programme. */
export const allowASite = async (context: Context) => {
  await allowSite(actingAs(context, officer), {
    name: 'Kita Sonnenblume',
    origin: 'https://kita-sonnenblume.example',
  })
}

const officer: StaffMember = {
  ...{ kind: 'staff', accountId: 'demo', name: 'Amt', ledOffers: [], supportedCentres: [] },
  memberships: [{ role: 'city-office', providerId: null, centreId: null }],
}
