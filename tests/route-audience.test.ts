import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import {
  type Audience,
  admits,
  isOpen,
  type Membership,
  type Role,
  roles,
  type StaffMember,
  whomOf,
} from '../src/identity/index.ts'
import { inTransaction } from '../src/platform/database/transaction.ts'
import type { RouteEntry } from '../src/platform/web/routes.ts'
import { databaseForThisFile } from './support/server.ts'
import { aTown } from './support/town.ts'
import { webForTest } from './support/web.ts'

/**
 * Every address of the product, asked by a visitor and by somebody of a role that it is not for. The first is led
 * to the sign-in, the second is told that nothing is there.
 */

const database = await databaseForThisFile()
const town = await aTown(database)
const { westend } = town
const asVisitor = webForTest(database)
const asRole = Object.fromEntries(roles.map(role => [role, webForTest(database, { as: somebody(role) })]))
afterAll(() => Promise.all([asVisitor, ...Object.values(asRole)].map(web => web.close())))

const { routeTable } = asVisitor
const named = (route: RouteEntry<Audience>) => ({ ...route, name: `${route.method} ${route.path}` })
const notPublic = routeTable.filter(({ audience }) => !isOpen(audience)).map(named)
const forRolesOnly = notPublic.filter(({ audience }) => typeof whomOf(audience) !== 'string')

test('every address says for whom it is', () => {
  expect(routeTable.length).toBeGreaterThan(20)
  expect(
    routeTable.filter(({ audience }) => audience === undefined || whomOf(audience).length === 0),
  ).toEqual([])
})

test('what programs ask is for everyone, and only read', () => {
  expect(asVisitor.interfaceTable.length).toBeGreaterThan(5)
  expect(
    asVisitor.interfaceTable.filter(({ method, audience }) => method !== 'GET' || audience !== 'everyone'),
  ).toEqual([])
})

test('what lies under /staff is never for everyone', () => {
  const open = routeTable.filter(({ path, audience }) => path.startsWith('/staff') && isOpen(audience))
  expect(open).toEqual([])
})

test.each(notPublic)('a visitor is led from $name to the sign-in', async route => {
  expect(await leadsToSignIn(asVisitor, route)).toBe(true)
})

test.each(forRolesOnly)('whom it is not for finds nothing at $name', async route => {
  for (const role of roles.filter(role => !admits(route.audience, somebody(role))))
    expect(await findsNothing(asRole[role] as Web, route), role).toBe(true)
})

test.each(notPublic)(
  'whoever signed in by password alone is led from $name to the second factor',
  async route => {
    if (whomOf(route.audience) === 'signed-in') return
    const { memberships: _, ...someone } = somebody('centre-lead')
    const web = webForTest(database, { as: { ...someone, memberships: [], lacksSecondFactor: true } })
    const answer = await ask(web, route)
    expect(answer.headers.get('location')).toBe('/de/account/second-factor')
    await web.close()
  },
)

test('a refusal stands in the audit log of her provider, with the kind of address and nothing else', async () => {
  await ask(asRole['course-leader'] as Web, { method: 'POST', path: '/staff/people/:id/end', audience: [] })
  const entries = await inTransaction(town.contextOf(somebody('provider-manager')), tx =>
    tx.selectFrom('auditEntries').selectAll().where('action', '=', 'access.refused').orderBy('id').execute(),
  )
  expect(entries.at(-1)).toMatchObject({
    ...{ accountId: 'account-of-course-leader', subjectId: null },
    fields: ['POST /:language/staff/people/:id/end'],
  })
})

describe('the controls', () => {
  test('whom an address is for is let in', async () => {
    for (const route of forRolesOnly.filter(({ method, path }) => method === 'GET' && !path.includes(':'))) {
      const role = roles.find(role => admits(route.audience, somebody(role))) as Role
      expect((await ask(asRole[role] as Web, route)).status, route.name).toBe(200)
    }
  })

  test('an address that lets everybody in would be noticed', async () => {
    const open: Web = { request: () => new Response('Novak, Yıldız') }
    const route = { method: 'GET', path: '/staff', audience: ['centre-lead'] } as const
    expect(await leadsToSignIn(open, route)).toBe(false)
    expect(await findsNothing(open, route)).toBe(false)
  })
})

type Web = Pick<typeof asVisitor, 'request'> | { request: () => Response }

const leadsToSignIn = async (web: Web, route: RouteEntry<Audience>) => {
  const answer = await ask(web, route)
  return answer.status === 303 && answer.headers.get('location')?.startsWith('/de/sign-in') === true
}

const findsNothing = async (web: Web, route: RouteEntry<Audience>) => (await ask(web, route)).status === 404

const ask = async (web: Web, { method, path }: RouteEntry<Audience>) => {
  const address = path.replace(/:\w+(\{[^}]*\})?/g, randomUUID())
  return web.request(`http://localhost/de${address}`, {
    method,
    headers: { origin: 'http://localhost', cookie: 'session=test' },
    ...(method === 'POST' && { body: new URLSearchParams() }),
  })
}

function somebody(role: Role): StaffMember {
  const memberships: Record<Role, Membership> = {
    administrator: { role: 'administrator', providerId: null, centreId: null },
    'city-office': { role: 'city-office', providerId: null, centreId: null },
    'provider-manager': { role: 'provider-manager', providerId: westend.providerId, centreId: null },
    'centre-lead': { role: 'centre-lead', providerId: westend.providerId, centreId: westend.id },
    'course-leader': { role: 'course-leader', providerId: westend.providerId, centreId: westend.id },
  }
  return {
    ...{ kind: 'staff', accountId: `account-of-${role}`, name: 'Kim Beispiel' },
    ...{ memberships: [memberships[role]], ledOffers: [], supportedCentres: [] },
  }
}
