import { afterAll, expect, test } from 'vitest'
import { browserOn } from '../../tests/support/cookie-browser.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import type { Membership, StaffMember } from './actor.ts'
import { addPerson, type Task } from './add-person.ts'
import { peopleHere } from './people.ts'
import { renewSignIn } from './renew-sign-in.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
// Links and sessions follow the time of day, so here the clock is the real one.
const now = Temporal.Now.instant()
const web = webForTest(database, { now, isDemo: false })
const { identity } = web
afterAll(web.close)
const { westend } = town

const manager = managerOf(westend)
const password = 'eine laterne am see'

test('a new link makes the one before it worthless', async () => {
  const email = 'verloren@example.org'
  const lost = await linkOf(manager, email, { role: 'course-leader', placeId: westend.id })
  const renewed = await renewSignIn(
    identity,
    town.contextOf(manager, now),
    await membershipOf(manager, email),
  )
  const found = 'setUpToken' in renewed ? renewed.setUpToken : ''
  expect(await opens(lost)).toBe(false)
  // The control: the new one does, so it is not that nothing opens.
  expect(await opens(found)).toBe(true)
})

function managerOf({ providerId }: { providerId: string }): StaffMember {
  const membership: Membership = { role: 'provider-manager', providerId, centreId: null }
  const accountId = `manager-of-${providerId}`
  return {
    kind: 'staff',
    accountId,
    name: 'M',
    memberships: [membership],
    ledOffers: [],
    supportedCentres: [],
  }
}

/** Adds somebody with a new account; the token of the link that the one who adds her is shown. */
async function linkOf(by: StaffMember, email: string, task: Task) {
  const added = await addPerson(identity, town.contextOf(by, now), { email, name: 'Kim Beispiel', task })
  if (added.outcome !== 'added' || !added.setUpToken) throw new Error(`No link: ${JSON.stringify(added)}`)
  return added.setUpToken
}

/** Whether somebody can choose a password with the link. */
const opens = async (token: string) =>
  (await browserOn(web).post('/de/set-up', { token, password })).status === 303

async function membershipOf(by: StaffMember, email: string) {
  const { people } = await peopleHere(town.contextOf(by, now))
  return people.find(person => person.email === email)?.membershipId ?? ''
}
