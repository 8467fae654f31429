import pg from 'pg'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { browserOn } from '../../tests/support/cookie-browser.ts'
import { leadsOf } from '../../tests/support/leads.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import type { Mail } from '../platform/mail/mailer.ts'
import { type Actor, type Membership, type StaffMember, seesFamiliesOf } from './actor.ts'
import { addPerson, type Task } from './add-person.ts'
import { endMembership } from './end-membership.ts'
import { endSupport } from './end-support.ts'
import { grantSupport } from './grant-support.ts'
import { identityJobs } from './jobs.ts'
import { peopleHere } from './people.ts'
import { renewSignIn } from './renew-sign-in.ts'
import { supportHere } from './support.ts'

/**
 * Somebody sets up an account for a person who does not know of it, keeps the password, and waits until another
 * provider gives that person what she herself must not see.
 */

const database = await databaseForThisFile()
const town = await aTown(database)
// Links and sessions follow the time of day, so here the clock is the real one.
const now = Temporal.Now.instant()
const web = webForTest(database, { now, isDemo: false })
const { identity } = web
const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
afterAll(() => Promise.all([web.close(), admin.end()]))
beforeEach(() => admin.query('delete from identity.rate_limits; delete from pgboss.job'))
const { westend, dotzheim } = town
const { setUpCodes, codeOf } = leadsOf(town, web)

const manager = staff('manager', { role: 'provider-manager', providerId: westend.providerId, centreId: null })
const nextDoor = staff('next-door', {
  ...{ role: 'provider-manager', providerId: dotzheim.providerId, centreId: null },
})
const administrator = staff('administrator', { role: 'administrator', providerId: null, centreId: null })
const courseLeader: Task = { role: 'course-leader', placeId: westend.id }
const leadNextDoor: Task = { role: 'centre-lead', placeId: dotzheim.id }
const password = 'eine laterne am see'
let count = 0

test('a new link makes the one before it worthless', async () => {
  const email = freshEmail()
  const lost = await linkOf(manager, email, courseLeader)
  const renewed = await renewSignIn(identity, contextOf(manager), await membershipOf(manager, email))
  const found = 'setUpToken' in renewed ? renewed.setUpToken : ''
  expect(await opens(lost)).toBe(false)
  // The control: the new one does, so it is not that nothing opens.
  expect(await opens(found)).toBe(true)
})

describe('whoever keeps an account in which nobody works any more', () => {
  test.each([
    ['a provider', manager, courseLeader],
    ['the administrator', administrator, { role: 'city-office' }],
  ] as const)('%s loses it with the last task', async (_, keeper, task) => {
    const { email, browser } = await aKeptAccount(keeper, task)
    expect(await rolesIn(browser)).toEqual([task.role])
    await endMembership(contextOf(keeper), await membershipOf(keeper, email))
    expect(await rolesIn(browser)).toBeUndefined()
    expect((await signIn(email)).status).toBe(422)
  })

  test('gets nothing of what another provider gives: its manager hands over a link of her own', async () => {
    const { email, browser, key } = await aKeptAccount(manager, courseLeader)
    // As if it had ended by itself, with nobody there who could have taken the sign-in away.
    await admin.query(
      `update memberships set valid = daterange('2026-01-01', '2026-01-02') where account_id = $1`,
      [await idOf(email)],
    )
    const link = await linkOf(nextDoor, email, leadNextDoor)
    expect(await rolesIn(browser)).toBeUndefined()
    expect((await signIn(email, key)).status).toBe(422)
    expect(await opens(link)).toBe(true)
  })

  test('loses it with the last support access, too', async () => {
    const { email } = await aKeptAccount(manager, courseLeader)
    await grant(manager, email, westend.id)
    await endMembership(contextOf(manager), await membershipOf(manager, email))
    expect((await signIn(email)).status).toBe(303)
    const { grants } = await supportHere(contextOf(manager))
    const later = town.contextOf(manager, now.add({ minutes: 5 }))
    await endSupport(later, grants.find(({ email: of }) => of === email)?.id ?? '')
    expect((await signIn(email)).status).toBe(422)
  })
})

describe('whoever keeps an account that works for her', () => {
  test('reads nothing of what another provider gives it', async () => {
    const { email, browser } = await aKeptAccount(manager, courseLeader)
    expect(await add(nextDoor, email, leadNextDoor)).toEqual({ outcome: 'added', isMailed: true })
    expect(await rolesIn(browser)).toEqual(['course-leader'])

    // The control: if it did not matter through whose hands the link went, she would be the lead next door.
    await admin.query('update identity.accounts set handed_over_by = null where email = $1', [email])
    expect(await rolesIn(browser)).toEqual(['course-leader', 'centre-lead'])
  })

  test('sees no family that another provider opens to it', async () => {
    const { email, browser } = await aKeptAccount(manager, courseLeader)
    expect(await grant(nextDoor, email, dotzheim.id)).toEqual({ outcome: 'granted', isMailed: true })
    const sees = async () => seesFamiliesOf(await whoIs(browser), dotzheim.id)
    expect(await sees()).toBe(false)
    await admin.query('update identity.accounts set handed_over_by = null where email = $1', [email])
    expect(await sees()).toBe(true)
  })

  test('is out as soon as the person uses the link in her mailbox, and the task counts', async () => {
    const { email, browser, key } = await aKeptAccount(manager, courseLeader)
    await add(nextDoor, email, leadNextDoor)
    const [mail] = await mailed()
    expect(mail).toMatchObject({ to: email, subject: 'Mach dein Konto zu deinem' })
    await choose(mail, 'drei blaue boote')

    expect(await rolesIn(browser)).toBeUndefined()
    expect((await signIn(email, key)).status).toBe(422)
    const herself = browserOn(web)
    await herself.post('/de/sign-in', { email, password: 'drei blaue boote' })
    expect((await herself.get('/de/sign-in')).headers.get('location')).toBe('/de/account/second-factor')
    await setUpCodes(herself, 'drei blaue boote')
    expect(await rolesIn(herself)).toEqual(['course-leader', 'centre-lead'])
  })

  test('cannot take it back: what she may do elsewhere counts now', async () => {
    const { email } = await aKeptAccount(manager, courseLeader)
    await add(nextDoor, email, leadNextDoor)
    await choose((await mailed())[0], 'drei blaue boote')
    const renewed = await renewSignIn(identity, contextOf(manager), await membershipOf(manager, email))
    expect(renewed).toEqual({ outcome: 'works-elsewhere' })
  })

  test('has no link from the mailbox: a link she was handed makes nothing count elsewhere', async () => {
    const { email } = await aKeptAccount(manager, courseLeader)
    await add(nextDoor, email, leadNextDoor)
    const renewed = await renewSignIn(identity, contextOf(manager), await membershipOf(manager, email))
    const link = 'setUpToken' in renewed ? renewed.setUpToken : ''
    expect(await opens(`mail.${link}`)).toBe(false)
    expect(await opens(link)).toBe(true)
    const browser = browserOn(web)
    await browser.post('/de/sign-in', { email, password })
    await setUpCodes(browser)
    expect(await rolesIn(browser)).toEqual(['course-leader'])
  })
})

test('a lost mail is sent again when the one who gave the task renews the access', async () => {
  const { email } = await aKeptAccount(manager, courseLeader)
  await add(nextDoor, email, leadNextDoor)
  const renewed = await renewSignIn(identity, contextOf(nextDoor), await membershipOf(nextDoor, email))
  expect(renewed).toEqual({ outcome: 'mailed', name: 'Kim Beispiel' })
  expect(await mailed()).toHaveLength(2)
})

test('whose account is hers gets a further task at once, and no mail', async () => {
  const { email } = await aKeptAccount(manager, courseLeader)
  await add(nextDoor, email, leadNextDoor)
  await choose((await mailed())[0], 'drei blaue boote')
  await admin.query('delete from pgboss.job')
  const again = await add(nextDoor, email, { role: 'course-leader', placeId: dotzheim.id })
  expect(again).toEqual({ outcome: 'added' })
  expect(await mailed()).toEqual([])
})

function staff(accountId: string, membership: Membership): StaffMember {
  return {
    ...{ kind: 'staff', accountId, name: accountId, memberships: [membership] },
    ...{ ledOffers: [], supportedCentres: [] },
  }
}

function contextOf(actor: Actor) {
  return town.contextOf(actor, now)
}

function freshEmail() {
  return `kim-${++count}@example.org`
}

const add = (by: StaffMember, email: string, task: Task) =>
  addPerson(identity, contextOf(by), { email, name: 'Kim Beispiel', task })

const grant = (by: StaffMember, email: string, centreId: string) =>
  grantSupport(identity, contextOf(by), { centreId, email, days: 3, reason: 'Test' })

/** Adds somebody to whose account nobody has a way; the token of the link that the one who adds her is shown. */
async function linkOf(by: StaffMember, email: string, task: Task) {
  const added = await add(by, email, task)
  if (added.outcome !== 'added' || !added.setUpToken) throw new Error(`No link: ${JSON.stringify(added)}`)
  return added.setUpToken
}

/** An account that was set up, second factor and all, by the one who gave the task. */
async function aKeptAccount(keeper: StaffMember, task: Task) {
  const email = freshEmail()
  await opens(await linkOf(keeper, email, task))
  const browser = browserOn(web)
  await browser.post('/de/sign-in', { email, password })
  const { key } = await setUpCodes(browser)
  return { email, browser, key }
}

/** Whether somebody can choose a password with the link. */
async function opens(token: string) {
  return (await browserOn(web).post('/de/set-up', { token, password })).status === 303
}

const choose = (mail: Mail | undefined, chosen: string) =>
  web.post('/de/set-up', { token: /token=([\w.-]+)/.exec(mail?.text ?? '')?.[1] ?? '', password: chosen })

async function signIn(email: string, key?: string) {
  const browser = browserOn(web)
  const answer = await browser.post('/de/sign-in', { email, password })
  return key && answer.status === 303 ? browser.post('/de/sign-in/code', { code: await codeOf(key) }) : answer
}

type Browser = ReturnType<typeof browserOn>

const whoIs = async (browser: Browser): Promise<Actor> =>
  (await identity.staffMember(new Headers({ cookie: browser.cookies() }), town.city, now)) ?? {
    kind: 'visitor',
  }

/** Undefined for whoever is signed out. */
const rolesIn = async (browser: Browser) => {
  const actor = await whoIs(browser)
  return actor.kind === 'staff' ? actor.memberships.map(({ role }) => role) : undefined
}

async function membershipOf(by: StaffMember, email: string) {
  const { people } = await peopleHere(contextOf(by))
  return people.find(person => person.email === email)?.membershipId ?? ''
}

const idOf = async (email: string) =>
  (await admin.query('select id from identity.accounts where email = $1', [email])).rows[0].id

/** Works off the waiting links; the mails that went out. */
async function mailed() {
  const mails: Mail[] = []
  const mailer = { send: async (mail: Mail) => void mails.push(mail), close: () => {} }
  const { auth, baseUrl } = identity
  const job = identityJobs({ auth, baseUrl, mailer }).find(({ name }) => name === 'send-proof-link')
  const { rows } = await admin.query(`select data from pgboss.job where name = 'send-proof-link'`)
  for (const { data } of rows)
    await job?.run(contextOf({ kind: 'system' }), { data, attempt: 1, isLastAttempt: false })
  return mails
}
