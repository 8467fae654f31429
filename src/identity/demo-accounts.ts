import { inTransaction } from '../platform/database/transaction.ts'
import { findAccount, makeAccount, setPassword } from './accounts.ts'
import type { Membership } from './actor.ts'
import { type City, contextFor, todayIn } from './context.ts'
import type { Identity } from './identity.ts'
import * as store from './store/demo.ts'

/** One of the accounts for trying out: a role, and where it holds it. */
export type DemoSignIn = { role: Membership['role']; at: string; email: string; password: string }

/** Known to everybody on purpose; such accounts are refused outside the demo. */
export const demoPassword = 'kieznetz-demo'

/** Makes an account for each role in a city, two for those who share the lead of a centre, unless the last start did. Nothing happens where there is no centre. */
export const makeDemoAccounts = async (directory: Directory, city: City, now: Temporal.Instant) => {
  const system = systemOf(directory.db, city, now)
  const places = await inTransaction(system, tx => store.findDemoPlaces(tx, city.id))
  if (!places) return
  const people = peopleAt(places)
  const today = todayIn(system)
  const made = await inTransaction(system, tx => store.findDemoMembers(tx, city.id))
  if (made.length >= people.length) return
  for (const { email, name, membership } of people) {
    const account = await findAccount(directory, email)
    const { id } = account ?? (await makeAccount(directory, { email, name, isDemo: true }))
    if (!account) await setPassword(directory, id, demoPassword)
    await inTransaction(system, async tx => {
      await store.addMembership(tx, { cityId: city.id, accountId: id, today, ...membership })
      if (membership.role === 'course-leader')
        await store.letLeadTwoOffers(tx, { cityId: city.id, accountId: id, centreId: membership.centreId })
    })
  }
}

/** The demo accounts of a city, for the sign-in page and for the lines printed at the start. */
export const listDemoSignIns = async (
  { db }: Pick<Directory, 'db'>,
  city: City,
  now: Temporal.Instant,
): Promise<DemoSignIn[]> => {
  const found = await inTransaction(systemOf(db, city, now), tx => store.findDemoMembers(tx, city.id))
  return found.map(member => ({ ...member, password: demoPassword }))
}

type Directory = Pick<Identity, 'auth' | 'db'>

const systemOf = (db: Directory['db'], city: City, now: Temporal.Instant) =>
  contextFor({ city, actor: { kind: 'system' }, db, now, language: 'de' })

const peopleAt = ({ own, other }: store.DemoPlaces) => {
  const cityWide = { providerId: null, centreId: null }
  const centre = { providerId: own.providerId, centreId: own.centreId }
  const people: { email: string; name: string; membership: Membership }[] = [
    {
      ...{ email: 'leitung@example.org', name: 'Aylin Demir' },
      membership: { role: 'centre-lead', ...centre },
    },
    {
      ...{ email: 'vertretung@example.org', name: 'Teodora Ilieva' },
      membership: { role: 'centre-lead', ...centre },
    },
    {
      ...{ email: 'kurs@example.org', name: 'Jonas Weber' },
      membership: { role: 'course-leader', ...centre },
    },
    {
      ...{ email: 'traeger@example.org', name: 'Petra Lorenz' },
      membership: { role: 'provider-manager', providerId: own.providerId, centreId: null },
    },
    {
      ...{ email: 'amt@example.org', name: 'Martin Vogel' },
      membership: { role: 'city-office', ...cityWide },
    },
    {
      ...{ email: 'verwaltung@example.org', name: 'Samira Haddad' },
      membership: { role: 'administrator', ...cityWide },
    },
  ]
  if (other)
    people.push({
      ...{ email: 'leitung.nebenan@example.org', name: 'Olga Petrova' },
      membership: { role: 'centre-lead', providerId: other.providerId, centreId: other.centreId },
    })
  return people
}
