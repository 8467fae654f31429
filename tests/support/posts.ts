import pg from 'pg'
import { afterAll } from 'vitest'
import type { StaffMember } from '../../src/identity/index.ts'
import { type Assigning, planPost } from '../../src/people/index.ts'
import type { TestDatabase } from './server.ts'
import { aTown } from './town.ts'

const day = Temporal.PlainDate.from

/**
 * A town in which the provider of the KiEZ Westend has a second centre, as where one person holds two posts. Both
 * posts are full ones since 2024, and nobody holds them; `begin` makes it so again.
 */
export async function aTownWithPosts(database: TestDatabase) {
  const town = await aTown(database)
  const { westend, dotzheim, city } = town
  const admin = new pg.Client({ connectionString: database.admin })
  await admin.connect()
  afterAll(() => admin.end())
  const { rows } = await admin.query(
    `insert into centres (city_id, provider_id, district_id, slug, name, colour)
     values ($1, $2, $3, 'kiez-anbau', 'KiEZ Anbau', '#0a5560') returning id`,
    [city.id, westend.providerId, westend.districtId],
  )
  const annexId: string = rows[0].id
  const manager = town.contextOf(managerOf(westend.providerId))
  return {
    ...{ town, admin, annexId, manager },
    nextDoor: town.contextOf(managerOf(dotzheim.providerId)),
    office: town.contextOf(member('office', { role: 'city-office', providerId: null, centreId: null })),
    async begin() {
      await admin.query(
        'delete from post_assignments; delete from employees; delete from posts; delete from released_posts',
      )
      for (const centreId of [westend.id, annexId]) await planPost(manager, centreId, fullPost('2024-01-01'))
    },
    async idOf(name: string): Promise<string> {
      return (await admin.query('select id from employees where name = $1', [name])).rows[0].id
    },
    /** Every table of every schema, asked for a trace in any of its columns. */
    async tablesWith(trace: string) {
      const tables = await admin.query(`select schemaname || '.' || tablename as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema') order by 1`)
      const found: string[] = []
      for (const { name } of tables.rows) {
        const ask = `select from ${name} as whole where whole::text like $1 limit 1`
        if ((await admin.query(ask, [`%${trace}%`])).rowCount) found.push(name)
      }
      return found
    },
  }
}

export const fullPost = (from: string) => ({
  ...{ from: day(from), fundedPermille: 1000, fullTimeMinutes: 2340, fundedBy: 'Haushalt 2020/21' },
})

/** Somebody who was not there before and holds the post since 2024, with all hours of her contract. */
export const newcomer = (name: string, contractMinutes: number, minutes = contractMinutes): Assigning => ({
  ...{ who: { name, contractMinutes }, kind: 'holder', minutes, from: day('2024-01-01'), until: null },
})

const managerOf = (providerId: string) =>
  member(`manager-${providerId}`, { role: 'provider-manager', providerId, centreId: null })

const member = (accountId: string, ...memberships: StaffMember['memberships'][number][]): StaffMember => ({
  ...{ kind: 'staff', accountId, name: accountId, memberships, ledOffers: [], supportedCentres: [] },
})
