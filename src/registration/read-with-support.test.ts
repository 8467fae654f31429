import { afterAll, beforeEach, expect, test } from 'vitest'
import { aFamily, joins, leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import type { StaffMember } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const { westend, dotzheim } = town
const offer = await town.anOffer({ title: 'PEKiP', registration: 'session', counts: 'child', places: 9 })
const session = await town.aSession({ offer })
await joins(town, session, aFamily('Familie Yıldız', { contact: { kind: 'phone', phone: '0611 123' } }))

const someone = {
  kind: 'staff',
  name: 'Hanna',
  memberships: [],
  ledOffers: [],
  supportedCentres: [],
} as const
const helper: StaffMember = { ...someone, accountId: 'helper', supportedCentres: [westend.id] }
const manager: StaffMember = {
  ...{ ...someone, accountId: 'manager' },
  memberships: [{ role: 'provider-manager', providerId: westend.providerId, centreId: null }],
}
const webs = {
  helper: webForTest(database, { as: helper }),
  lead: webForTest(database, { as: leadOf(westend) }),
  nextDoor: webForTest(database, { as: { ...leadOf(dotzheim), accountId: 'next-door' } }),
}
afterAll(() => Promise.all(Object.values(webs).map(web => web.close())))
let before = 0
beforeEach(async () => {
  before = (await auditLog()).length
})

const list = `/de/staff/intakes/${session.intakeId}`

test('the manager finds in her log that a helper has read the list of names', async () => {
  expect(await (await webs.helper.get(list)).text()).toContain('Yıldız')
  expect(await newEntries()).toMatchObject([
    { accountId: 'helper', action: 'list.read', subjectId: session.intakeId, fields: [] },
  ])
})

test('and the list of whom to call, with how many stood on it', async () => {
  await inTransaction(town.contextOf({ kind: 'system' }), tx =>
    tx.updateTable('messages').set({ state: 'by-hand' }).execute(),
  )
  expect(await (await webs.helper.get('/de/staff/calls')).text()).toContain('0611 123')
  expect(await newEntries()).toMatchObject([{ accountId: 'helper', action: 'calls.read', amount: 1 }])
})

test('and what families were told, as what it is', async () => {
  await webs.helper.get('/de/staff/messages')
  expect(await newEntries()).toMatchObject([{ accountId: 'helper', action: 'messages.read', amount: 1 }])
})

test('what a lead reads of her own families is her day, not news', async () => {
  await webs.lead.get(list)
  expect(await newEntries()).toEqual([])
})

test('who tries the families of another provider stands in the log of that provider', async () => {
  expect((await webs.nextDoor.get(list)).status).toBe(404)
  expect(await newEntries()).toMatchObject([
    { accountId: 'next-door', action: 'access.refused', fields: ['GET /:language/staff/intakes/:intakeId'] },
  ])
})

const auditLog = () =>
  inTransaction(town.contextOf(manager), tx =>
    tx.selectFrom('auditEntries').selectAll().orderBy('id').execute(),
  )
const newEntries = async () => (await auditLog()).slice(before)
