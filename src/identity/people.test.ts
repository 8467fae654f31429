import { load } from 'cheerio'
import { afterAll, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, townNow } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { NotAllowed } from '../platform/refusals.ts'
import { setPassword } from './accounts.ts'
import type { Actor, Membership, StaffMember } from './actor.ts'
import { addPerson, type Task } from './add-person.ts'
import { endMembership } from './end-membership.ts'
import { peopleHere, taskValue } from './people.ts'
import { renewSignIn } from './renew-sign-in.ts'
import { findMemberships } from './store/staff.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
const { identity } = web
afterAll(web.close)
const { westend, dotzheim } = town

const administrator = staff('Samira', { role: 'administrator', providerId: null, centreId: null })
const manager = staff('Petra', { role: 'provider-manager', providerId: westend.providerId, centreId: null })
const lead = staff('Aylin', { role: 'centre-lead', providerId: westend.providerId, centreId: westend.id })
await addAs({ kind: 'system' }, 'petra@example.org', {
  role: 'provider-manager',
  placeId: westend.providerId,
})

test('a manager gives her centre a lead, who gets a link for her first password', async () => {
  const added = await addAs(manager, 'neue.leitung@example.org', { role: 'centre-lead', placeId: westend.id })
  expect(added).toMatchObject({ outcome: 'added', setUpToken: expect.stringMatching(/^[\w-]{32}$/) })
  expect(await rolesOf('neue.leitung@example.org')).toEqual(['centre-lead'])
})

test('an account that exists already gets the task, and nobody gets a key to it', async () => {
  await addAs(manager, 'kurs@example.org', { role: 'course-leader', placeId: westend.id })
  const again = await addAs(manager, 'KURS@example.org', { role: 'centre-lead', placeId: westend.id })
  expect(again).toEqual({ outcome: 'added' })
})

test('the same task twice is said, not stored', async () => {
  const task = { role: 'course-leader', placeId: westend.id } as const
  await addAs(manager, 'zweimal@example.org', task)
  expect(await addAs(manager, 'zweimal@example.org', task)).toEqual({ outcome: 'already' })
})

test('an administrator appoints the first manager of a provider, and no second one', async () => {
  const first = { role: 'provider-manager', placeId: dotzheim.providerId } as const
  expect(await addAs(administrator, 'erste@example.org', first)).toMatchObject({ outcome: 'added' })
  await expect(addAs(administrator, 'zweite@example.org', first)).rejects.toThrow(NotAllowed)
})

test.each(['centre-lead', 'course-leader'] as const)(
  'an administrator gives nobody the role %s',
  async role => {
    await expect(addAs(administrator, 'samira@example.org', { role, placeId: westend.id })).rejects.toThrow(
      NotAllowed,
    )
  },
)

test('whoever works for the city cannot work for a provider as well', async () => {
  await addAs(administrator, 'amt@example.org', { role: 'city-office' })
  const crossing = await addAs(manager, 'amt@example.org', { role: 'centre-lead', placeId: westend.id })
  expect(crossing).toEqual({ outcome: 'other-side' })
})

test.each([
  ['a manager of another provider', () => manager, { role: 'centre-lead', placeId: dotzheim.id }],
  ['a manager who wants to run the city', () => manager, { role: 'administrator' }],
  ['a lead', () => lead, { role: 'course-leader', placeId: westend.id }],
] as const)('%s appoints nobody there', async (_, actor, task) => {
  await expect(addAs(actor(), 'irgendwer@example.org', task)).rejects.toThrow(NotAllowed)
})

test('the database refuses what the code would let pass', async () => {
  const insertAs = (actor: Actor, membership: object) =>
    inTransaction(town.contextOf(actor), tx =>
      tx
        .insertInto('memberships')
        .values({ cityId: town.city.id, accountId: 'somebody', role: 'centre-lead', ...membership })
        .execute(),
    )
  const leadHere = { providerId: westend.providerId, centreId: westend.id }
  await expect(insertAs(administrator, leadHere)).rejects.toThrow('row-level security')
  await expect(
    insertAs(administrator, { role: 'provider-manager', providerId: westend.providerId }),
  ).rejects.toThrow('row-level security')
  // The control: it is the policy that refuses, not the row.
  await expect(insertAs(manager, leadHere)).resolves.toBeDefined()
})

test('a further task leaves her signed in where she is, and counts at once', async () => {
  const { id } = await aSignedInCourseLeader('bleibt@example.org')
  await addAs(manager, 'bleibt@example.org', { role: 'centre-lead', placeId: westend.id })
  expect(await sessionsOf(id)).toBe(1)
  expect(await rolesOf('bleibt@example.org')).toEqual(['course-leader', 'centre-lead'])
})

test('ending a task takes the role and signs the person out', async () => {
  const { id, membershipId } = await aSignedInCourseLeader('geht@example.org')
  await endMembership(town.contextOf(manager), membershipId)
  expect(await rolesOf('geht@example.org')).toEqual([])
  expect(await sessionsOf(id)).toBe(0)
})

test('a task that was given and taken within a day stays readable, with its hours', async () => {
  const { id, membershipId } = await aSignedInCourseLeader('kurz@example.org')
  const later = townNow.add({ hours: 2 })
  await endMembership(town.contextOf(manager, later), membershipId)
  const kept = await inTransaction(town.contextOf(manager), tx =>
    tx.selectFrom('memberships').select(['givenAt', 'endedAt']).where('accountId', '=', id).execute(),
  )
  expect(kept).toEqual([{ givenAt: townNow, endedAt: later }])
})

test('whoever comes back does not lead again what she led before', async () => {
  const { id, membershipId } = await aSignedInCourseLeader('kommt.wieder@example.org')
  const offer = await town.anOffer()
  const led = () =>
    inTransaction(town.contextOf({ kind: 'system' }), tx =>
      tx.selectFrom('offerLeaders').select('offerId').where('accountId', '=', id).execute(),
    )
  await inTransaction(town.contextOf({ kind: 'system' }), tx =>
    tx
      .insertInto('offerLeaders')
      .values({ ...{ cityId: town.city.id, accountId: id, offerId: offer.id }, ...placeOf(westend) })
      .execute(),
  )
  // The control: as long as she works here she does lead it.
  expect(await led()).toEqual([{ offerId: offer.id }])
  await endMembership(town.contextOf(manager), membershipId)
  await addAs(manager, 'kommt.wieder@example.org', { role: 'course-leader', placeId: westend.id })
  expect(await led()).toEqual([])
})

test('nobody ends her own task, so there is always a manager left', async () => {
  const petra = await idOf('petra@example.org')
  const own = (await listed(manager)).find(({ accountId }) => accountId === petra)
  const asPetra: StaffMember = { ...manager, accountId: petra }
  await expect(endMembership(town.contextOf(asPetra), own?.membershipId ?? '')).rejects.toThrow(NotAllowed)
})

test('a manager renews the sign-in of her people; an administrator cannot become them that way', async () => {
  const { id, membershipId } = await aSignedInCourseLeader('vergisst@example.org')
  await expect(renewSignIn(identity, town.contextOf(administrator), membershipId)).rejects.toThrow(NotAllowed)
  const renewed = await renewSignIn(identity, town.contextOf(manager), membershipId)
  expect(renewed).toMatchObject({ outcome: 'renewed', setUpToken: expect.any(String) })
  expect(await sessionsOf(id)).toBe(0)
})

test('the sign-in of somebody who also works for another provider is not renewed', async () => {
  const { id, membershipId } = await aSignedInCourseLeader('beide@example.org')
  // She has proved her mailbox, so it counts what she is given elsewhere.
  await town.db.updateTable('identity.accounts').set({ handedOverBy: null }).where('id', '=', id).execute()
  await addAs({ kind: 'system' }, 'beide@example.org', { role: 'course-leader', placeId: dotzheim.id })
  const answer = await renewSignIn(identity, town.contextOf(manager), membershipId)
  expect(answer).toEqual({ outcome: 'works-elsewhere' })
})

test('a manager sees the people of her provider, an administrator everybody, a lead those of her centre', async () => {
  await addAs({ kind: 'system' }, 'drueben@example.org', { role: 'centre-lead', placeId: dotzheim.id })
  const sees = async (actor: Actor) =>
    (await listed(actor)).some(({ email }) => email === 'drueben@example.org')
  expect(await sees(administrator)).toBe(true)
  expect(await sees(manager)).toBe(false)
  expect(await sees(lead)).toBe(false)
})

test('the page offers only tasks that she may give', async () => {
  const { tasks } = await peopleHere(town.contextOf(manager))
  expect(tasks.map(taskValue)).toEqual([
    `centre-lead/${westend.id}`,
    `course-leader/${westend.id}`,
    `provider-manager/${westend.providerId}`,
  ])
  const page = webForTest(database, { as: manager })
  const sent = await page.post('/de/staff/people/add', { name: '', email: 'x', task: 'centre-lead/1' })
  expect(sent.status).toBe(422)
  expect(load(await sent.text())('[role=alert] a').length).toBe(3)
  await page.close()
})

test('every change stands in the audit log, without a name', async () => {
  await addAs(manager, 'protokoll@example.org', { role: 'course-leader', placeId: westend.id })
  const entries = await inTransaction(town.contextOf(manager), tx =>
    tx.selectFrom('auditEntries').selectAll().where('action', '=', 'membership.added').execute(),
  )
  expect(entries.at(-1)).toMatchObject({ accountId: manager.accountId, providerId: westend.providerId })
  expect(JSON.stringify(entries)).not.toContain('protokoll')
})

function staff(name: string, membership: Membership): StaffMember {
  const accountId = `account-of-${name.toLowerCase()}`
  return { kind: 'staff', accountId, name, memberships: [membership], ledOffers: [], supportedCentres: [] }
}

function addAs(actor: Actor, email: string, task: Task) {
  return addPerson(identity, town.contextOf(actor), { email, name: 'Kim Beispiel', task })
}

async function aSignedInCourseLeader(email: string) {
  await addAs(manager, email, { role: 'course-leader', placeId: westend.id })
  const id = await idOf(email)
  await setPassword(identity, id, 'eine laterne am see')
  const { api } = await identity.auth()
  await api.signInEmail({ body: { email, password: 'eine laterne am see' } })
  expect(await sessionsOf(id)).toBe(1)
  const person = (await listed(manager)).find(({ accountId }) => accountId === id)
  return { id, membershipId: person?.membershipId ?? '' }
}

const placeOf = ({ id: centreId, providerId }: { id: string; providerId: string }) => ({
  centreId,
  providerId,
})

const listed = async (actor: Actor) => (await peopleHere(town.contextOf(actor))).people

async function idOf(email: string) {
  const { id } = await town.db
    .selectFrom('identity.accounts')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  return id
}

const rolesOf = async (email: string) => {
  const holder = { cityId: town.city.id, accountId: await idOf(email) }
  const today = townNow.toZonedDateTimeISO('Europe/Berlin').toPlainDate()
  const found = await inTransaction(town.contextOf({ kind: 'system' }), tx =>
    findMemberships(tx, holder, today),
  )
  return found.map(({ role }) => role)
}

const sessionsOf = async (accountId: string) => {
  const rows = await town.db
    .selectFrom('identity.sessions')
    .select('id')
    .where('accountId', '=', accountId)
    .execute()
  return rows.length
}
