import { load } from 'cheerio'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aFamily, joins, leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { countHeads, nobody } from '../attendance/index.ts'
import { type Membership, roles, type StaffMember } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { releaseFigures } from './release-figures.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const { id: centreId, providerId } = town.westend

const course = await town.anOffer({ title: 'PEKiP', registration: 'session', counts: 'child', places: 10 })
const coming = await town.aSession({ offer: course, on: '2026-11-30' })
const { registrationId } = await joins(
  town,
  coming,
  aFamily('Familie Geheimnisvoll', { firstNames: ['Zephyrine'] }),
)

const held = new Map(roles.map(role => [role, webForTest(database, { as: someone(role) })] as const))
const webOf = (role: (typeof roles)[number]) => held.get(role) as ReturnType<typeof webForTest>
afterAll(() => Promise.all([...held.values()].map(web => web.close())))

beforeAll(async () => {
  for (const [centre, adults] of [
    [town.westend, 12],
    [town.dotzheim, 1000],
  ] as const) {
    const offer = await town.anOffer({ centre })
    const { id: sessionId } = await town.aSession({ offer, on: '2026-11-02' })
    await town.aSession({ offer, on: '2026-11-03' })
    const counting = { sessionId, heads: { ...nobody, adults }, seenVersion: 0, renderingKey: 'k' }
    await countHeads(town.contextOf(leadOf(centre)), counting)
  }
  await releaseFigures(town.contextOf({ kind: 'system' }))
})

test('the city office sees all centres side by side, as chart and as table with the same numbers', async () => {
  const page = load(await (await webOf('city-office').get('/de/staff/figures?year=2026&quarter=4')).text())
  expect(page('h1').text()).toContain('1.012 Besuche bisher')
  const rows = page('table').first().find('tbody tr')
  expect(rows.map((_, row) => page(row).find('th').text()).get()).toEqual(['KiEZ Dotzheim', 'KiEZ Westend'])
  expect(page('main').text()).toContain('2 von 4 Terminen sind nicht gezählt')

  const picture = await webOf('city-office').get(page('picture img').attr('src') ?? '')
  expect(picture.headers.get('content-type')).toContain('image/svg+xml')
  expect(picture.headers.get('content-security-policy')).toContain("style-src 'unsafe-inline'")
  expect(picture.headers.get('x-content-type-options')).toBe('nosniff')
  const svg = await picture.text()
  for (const word of ['KiEZ Dotzheim', '1.000', 'KiEZ Westend', '12']) expect(svg).toContain(`>${word}<`)
})

test('the lead sees her centre alone, by format', async () => {
  const page = load(await (await webOf('centre-lead').get('/de/staff/figures')).text())
  expect(page('h1').text()).toContain('12 Besuche bisher')
  expect(page('main').text()).not.toContain('Dotzheim')
})

test.each(['/de/staff/figures', '/de/staff/figures/chart.svg'])('%s is no address for others', async path => {
  for (const role of ['administrator', 'course-leader'] as const)
    expect((await webOf(role).get(path)).status).toBe(404)
})

test('no page at all tells city office or administrator a name of a family', async () => {
  const { routeTable } = webOf('city-office')
  const ids = [coming.intakeId ?? '', coming.id, registrationId, course.id, centreId]
  for (const role of ['city-office', 'administrator'] as const)
    for (const address of addressesOf(routeTable, ids))
      expect(await (await webOf(role).get(address)).text(), address).not.toMatch(/Geheimnisvoll|Zephyrine/)
})

test('the control: the same walk finds the name for the lead of the centre', async () => {
  const addresses = addressesOf(webOf('centre-lead').routeTable, [coming.intakeId ?? '', coming.id])
  const pages = await Promise.all(
    addresses.map(async address => (await webOf('centre-lead').get(address)).text()),
  )
  expect(pages.some(page => page.includes('Geheimnisvoll'))).toBe(true)
})

test.each(['city-office', 'administrator', 'provider-manager'] as const)(
  'the database gives a %s no row of a family; the lead of the centre gets them',
  async role => {
    expect(await familyRowsSeenBy(someone(role))).toEqual({ households: 0, children: 0, registrations: 0 })
    expect(await familyRowsSeenBy(someone('centre-lead'))).toEqual({
      households: 1,
      children: 1,
      registrations: 1,
    })
  },
)

const familyRowsSeenBy = (actor: StaffMember) =>
  inTransaction(town.contextOf(actor), async tx => ({
    households: (await tx.selectFrom('households').select('id').execute()).length,
    children: (await tx.selectFrom('householdChildren').select('id').execute()).length,
    registrations: (await tx.selectFrom('registrations').select('id').execute()).length,
  }))

/** Every address that can be looked at, with each of the ids in the place of its parameters. */
function addressesOf(table: ReturnType<typeof webForTest>['routeTable'], ids: string[]) {
  const paths = table.filter(({ method, path }) => method === 'GET' && !path.includes('mailbox'))
  return paths.flatMap(({ path }) =>
    path.includes(':') ? ids.map(id => `/de${path.replaceAll(/:[a-z]+(\{[^}]*\})?/gi, id)}`) : [`/de${path}`],
  )
}

function someone(role: (typeof roles)[number]): StaffMember {
  const cityWide = { providerId: null, centreId: null }
  const memberships: Record<typeof role, Membership> = {
    administrator: { role: 'administrator', ...cityWide },
    'city-office': { role: 'city-office', ...cityWide },
    'provider-manager': { role: 'provider-manager', providerId, centreId: null },
    'centre-lead': { role: 'centre-lead', providerId, centreId },
    'course-leader': { role: 'course-leader', providerId, centreId },
  }
  return {
    ...{ kind: 'staff', accountId: role, name: role, memberships: [memberships[role]] },
    ...{ ledOffers: [], supportedCentres: [] },
  }
}
