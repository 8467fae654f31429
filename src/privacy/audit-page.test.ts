import { globSync, readFileSync } from 'node:fs'
import { load } from 'cheerio'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, townNow } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import type { StaffMember } from '../identity/index.ts'
import { type AuditEntry, record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { auditedActions } from './audited.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const { westend, dotzheim } = town
const managerOf = (providerId: string): StaffMember => ({
  ...{ kind: 'staff', accountId: 'manager', name: 'Manager', ledOffers: [], supportedCentres: [] },
  memberships: [{ role: 'provider-manager', providerId, centreId: null }],
})
const web = webForTest(database, { as: managerOf(westend.providerId) })
const lead = webForTest(database, { as: leadOf(westend) })
afterAll(() => Promise.all([web.close(), lead.close()]))
const helper = { id: 'helper', email: 'hanna@example.org', name: 'Hanna' }
await inTransaction(town.contextOf({ kind: 'system' }), tx =>
  tx.insertInto('identity.accounts').values(helper).execute(),
)
const helping: StaffMember = {
  ...{ kind: 'staff', accountId: helper.id, name: 'Hanna', memberships: [], ledOffers: [] },
  supportedCentres: [westend.id],
}
const providerId = westend.providerId
let month = townNow

beforeEach(() => {
  // Each test has a month of its own: the log forgets nothing.
  month = month.add({ hours: 24 * 40 })
})

test('a manager reads who did what and when, the newest first', async () => {
  await write({ action: 'list.read', providerId, subjectId: westend.id })
  await write({ action: 'household.deleted', providerId, amount: 3 }, { system: true, later: 60 })
  const [newest, older] = await linesOf(`/de/staff/audit?month=${monthNow()}`)
  expect(newest).toMatch(/Abgelaufene Familiendaten gelöscht \(3\).*Das System/s)
  expect(older).toMatch(/Namensliste mit Zugriff auf Zeit gelesen.*Hanna/s)
  expect(older).toContain(westend.id.slice(-12))
  expect(older).toMatch(/2. Januar 2027, 9:00/)
})

test('and nothing of another provider', async () => {
  await write({ action: 'offer.planned', providerId: dotzheim.providerId })
  await write({ action: 'offer.archived', providerId })
  const lines = await linesOf('/de/staff/audit')
  expect(lines.some(line => line.includes('Angebot zurückgezogen'))).toBe(true)
  expect(lines.some(line => line.includes('Angebot geplant'))).toBe(false)
})

test('a month shows what was done in it, fifty at a time', async () => {
  for (let times = 0; times < 51; times++)
    await write({ action: 'offer.changed', providerId }, { later: times })
  const address = `/de/staff/audit?month=${monthNow()}`
  expect(await linesOf(address)).toHaveLength(50)
  expect(await linesOf(`${address}&page=2`)).toHaveLength(1)
  expect(await linesOf(`${address}&page=99`)).toHaveLength(1)
})

test.each(['?month=9999-99', '?page=-1', '?page=1e9', '?month=%00&page=x'])(
  'an address that somebody bent shows the log from its beginning: %s',
  async query => {
    expect((await web.get(`/de/staff/audit${query}`)).status).toBe(200)
  },
)

test('a lead finds no such page', async () => {
  expect((await lead.get('/de/staff/audit')).status).toBe(404)
})

test('whatever the code writes into the log of a provider can be said in words', () => {
  const written = globSync('src/**/*.ts', { exclude: ['**/*.test.ts'] })
    .map(file => readFileSync(file, 'utf8'))
    .filter(source => /audit\.ts'|recordSupportReading/.test(source))
    .flatMap(source =>
      [...source.matchAll(/action\b[^\n]*/g)].flatMap(([line]) => line.match(inQuotes) ?? []),
    )
    .map(quoted => quoted.slice(1, -1))
  expect(written.length).toBeGreaterThan(30)
  const unknown = written.filter(action => !(auditedActions as readonly string[]).includes(action))
  expect(unknown.filter(action => !concernsTheCityAlone.has(action))).toEqual([])
})

const inQuotes = /'[a-z-]+\.[a-z-]+'/g
const concernsTheCityAlone = new Set([
  ...['amount.corrected', 'city-pack.imported', 'decision.corrected'],
  ...['embed-site.allowed', 'embed-site.taken-back'],
  ...['password.link-sent', 'password.set', 'sign-in.link-sent'],
])

const monthNow = () => month.toZonedDateTimeISO('Europe/Berlin').toPlainDate().toPlainYearMonth().toString()

async function write(entry: AuditEntry, { system = false, later = 0 } = {}) {
  const context = town.contextOf(system ? { kind: 'system' } : helping, month.add({ seconds: later }))
  await inTransaction(context, tx => record(tx, context, entry))
}

async function linesOf(path: string) {
  const $ = load(await (await web.get(path)).text())
  return $('tbody tr')
    .toArray()
    .map(row => $(row).text())
}
