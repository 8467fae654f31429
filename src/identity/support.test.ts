import { load } from 'cheerio'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, townNow } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { NotAllowed, NotFound } from '../platform/refusals.ts'
import { makeAccount } from './accounts.ts'
import { type Actor, type Membership, type StaffMember, scopeOf, seesFamiliesOf } from './actor.ts'
import { addPerson } from './add-person.ts'
import { endSupport } from './end-support.ts'
import { grantSupport } from './grant-support.ts'
import { findSupportedCentres } from './store/staff.ts'
import { supportHere } from './support.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
afterAll(web.close)
const { westend, dotzheim } = town
let count = 0

const manager = staff('manager', { role: 'provider-manager', providerId: westend.providerId, centreId: null })
const lead = staff('lead', { role: 'centre-lead', providerId: westend.providerId, centreId: westend.id })
const nextDoor = staff('next-door', {
  ...{ role: 'centre-lead', providerId: dotzheim.providerId, centreId: dotzheim.id },
})
const helper = await makeAccount(web.identity, { email: 'helferin@example.org', name: 'Hanna Helferin' })
await inTransaction(town.contextOf({ kind: 'system' }), async tx => {
  for (const { accountId, memberships } of [manager, lead, nextDoor])
    await tx
      .insertInto('memberships')
      .values({ cityId: town.city.id, accountId, ...(memberships[0] as Membership), valid: '[2026-01-01,)' })
      .execute()
})

test('a manager opens the families of one centre to a helper, for the days agreed and no longer', async () => {
  await grant()
  expect(await seesFamilies(townNow)).toBe(true)
  expect(await seesFamilies(townNow.add({ hours: 3 * 24 }))).toBe(false)
})

test('whoever is given it stays signed in where she works', async () => {
  const { internalAdapter } = await (await web.identity.auth()).$context
  const { token } = await internalAdapter.createSession(helper.id)
  await grant()
  expect(await internalAdapter.findSession(token)).not.toBeNull()
  // The control: the session is one that can end.
  const later = town.contextOf(manager, townNow.add({ minutes: 5 }))
  for (const { id } of await listedFor(manager)) await endSupport(later, id)
  expect(await internalAdapter.findSession(token)).toBeNull()
})

test('it ends earlier when the manager says so', async () => {
  await grant()
  const later = townNow.add({ minutes: 5 })
  for (const { id } of await listedFor(manager)) await endSupport(town.contextOf(manager, later), id)
  expect(await seesFamilies(later)).toBe(false)
})

test('everybody at the provider reads who, why and until when; next door nobody does', async () => {
  await grant()
  for (const actor of [manager, lead]) {
    const [latest] = await listedFor(actor)
    expect(latest).toMatchObject({
      name: 'Hanna Helferin',
      centre: 'KiEZ Westend',
      reason: 'Doppelte Anmeldungen',
    })
  }
  expect(await listedFor(nextDoor)).toEqual([])
})

test.each([
  ['a lead', lead],
  ['the lead next door', nextDoor],
  ['an administrator', staff('admin', { role: 'administrator', providerId: null, centreId: null })],
  ['the city office', staff('office', { role: 'city-office', providerId: null, centreId: null })],
] as const)('%s opens nothing', async (_, actor) => {
  await expect(grantAs(actor)).rejects.toThrow(NotAllowed)
})

test('a grant of another provider cannot be found, let alone ended', async () => {
  await grant()
  const [latest] = await listedFor(manager)
  const stranger: StaffMember = {
    ...staff('stranger', { role: 'provider-manager', providerId: dotzheim.providerId, centreId: null }),
  }
  await expect(endSupport(town.contextOf(stranger), latest?.id ?? '')).rejects.toThrow(NotFound)
})

describe('whoever works for the city sees no family', () => {
  test.each(['city-office', 'administrator'] as const)('so %s is given no support access', async role => {
    const { email, id } = await somebodyOfTheCity(role)
    expect(await grantAs(manager, email)).toEqual({ outcome: 'works-for-city' })
    await expect(insertGrant(id)).rejects.toThrow('city_role_or_support_never_both')
  })

  test('and comes to work there only when her support access is over', async () => {
    const { email } = await makeAccount(web.identity, { email: 'wechselt@example.org', name: 'Wanda' })
    await grantAs(manager, email)
    const task = { role: 'city-office' } as const
    const joins = (at: Temporal.Instant) =>
      addPerson(web.identity, town.contextOf({ kind: 'system' }, at), { email, name: 'Wanda', task })
    expect(await joins(townNow)).toEqual({ outcome: 'other-side' })
    // The control: it is the support access that stands in the way.
    expect(await joins(townNow.add({ hours: 4 * 24 }))).toMatchObject({ outcome: 'added' })
  })

  test('though a grant of hers were there, it opens nothing', () => {
    const office = staff('office', { role: 'city-office', providerId: null, centreId: null })
    const withGrant = { ...office, supportedCentres: [westend.id] }
    expect(seesFamiliesOf(withGrant, westend.id)).toBe(false)
    expect(scopeOf(town.city.id, withGrant).householdCentres).toEqual([])
    // The control: the same grant opens the families to somebody else.
    expect(seesFamiliesOf({ ...withGrant, memberships: [] }, westend.id)).toBe(true)
  })

  test('the control: without the trigger the database would take the grant', async () => {
    const { id } = await somebodyOfTheCity('city-office')
    await asOwner('alter table support_grants disable trigger city_role_or_support')
    await expect(insertGrant(id)).resolves.toBeDefined()
    await asOwner('alter table support_grants enable trigger city_role_or_support')
  })
})

test('the database refuses more than two weeks, and a grant by somebody who is no manager', async () => {
  const insertAs = (actor: Actor, days: number) =>
    inTransaction(town.contextOf(actor), tx =>
      tx
        .insertInto('supportGrants')
        .values({
          ...{ cityId: town.city.id, providerId: westend.providerId, centreId: westend.id },
          ...{ accountId: helper.id, grantedBy: 'manager', reason: 'Test' },
          ...{ startsAt: townNow, endsAt: townNow.add({ hours: 24 * days }) },
        })
        .execute(),
    )
  await expect(insertAs(manager, 15)).rejects.toThrow('check constraint')
  await expect(insertAs(lead, 14)).rejects.toThrow('row-level security')
  // The control: neither the row nor the length is wrong.
  await expect(insertAs(manager, 14)).resolves.toBeDefined()
})

test('the page takes no longer time and no missing reason', async () => {
  const page = webForTest(database, { as: manager })
  const sent = await page.post('/de/staff/support/grant', {
    ...{ email: helper.email, centre: westend.id, days: '15', reason: '' },
  })
  expect(sent.status).toBe(422)
  const faults = load(await sent.text())('[role=alert] a')
  expect(faults.toArray().map(fault => fault.attribs.href)).toEqual(['#days', '#reason'])
  await page.close()
})

test('a lead reads the list but has no form', async () => {
  const page = webForTest(database, { as: lead })
  const html = load(await (await page.get('/ar/staff/support')).text())
  expect(html('table').length).toBe(1)
  expect(html('main form').length).toBe(0)
  expect((await page.get('/de/staff/support/grant')).status).toBe(404)
  await page.close()
})

function staff(accountId: string, membership: Membership): StaffMember {
  return {
    ...{ kind: 'staff', accountId, name: accountId, memberships: [membership] },
    ...{ ledOffers: [], supportedCentres: [] },
  }
}

const grant = () => grantAs(manager)

async function somebodyOfTheCity(role: 'city-office' | 'administrator') {
  const email = `${role}-${++count}@example.org`
  const account = await makeAccount(web.identity, { email, name: 'Ada Amt' })
  await inTransaction(town.contextOf({ kind: 'system' }), tx =>
    tx
      .insertInto('memberships')
      .values({ cityId: town.city.id, accountId: account.id, role, valid: '[2026-01-01,)' })
      .execute(),
  )
  return account
}

const insertGrant = (accountId: string) =>
  inTransaction(town.contextOf(manager), tx =>
    tx
      .insertInto('supportGrants')
      .values({
        ...{ cityId: town.city.id, providerId: westend.providerId, centreId: westend.id },
        ...{ accountId, grantedBy: 'manager', reason: 'Test' },
        ...{ startsAt: townNow, endsAt: townNow.add({ hours: 24 }) },
      })
      .execute(),
  )

async function asOwner(statement: string) {
  const admin = new pg.Client({ connectionString: database.admin })
  await admin.connect()
  await admin.query(statement)
  await admin.end()
}

const grantAs = (actor: Actor, email = helper.email) =>
  grantSupport(web.identity, town.contextOf(actor), {
    ...{ centreId: westend.id, email, days: 3, reason: 'Doppelte Anmeldungen' },
  })

const listedFor = async (actor: Actor) => (await supportHere(town.contextOf(actor))).grants

const seesFamilies = async (now: Temporal.Instant) => {
  const someone: StaffMember = {
    ...{ kind: 'staff', accountId: helper.id, name: helper.name },
    ...{ memberships: [], ledOffers: [], supportedCentres: [] },
  }
  const holder = { cityId: town.city.id, accountId: helper.id }
  const supportedCentres = await inTransaction(town.contextOf(someone), tx =>
    findSupportedCentres(tx, holder, now),
  )
  return seesFamiliesOf({ ...someone, supportedCentres }, westend.id)
}
