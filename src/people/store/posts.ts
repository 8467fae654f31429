import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { Assignment, Post } from '../post.ts'

export type Centre = CentreRef & { name: string }

/** The centres led by somebody, and those of the providers she answers for. */
export const listCentresOf = (
  tx: Tx,
  cityId: string,
  { centres = [], providers = [] }: { centres?: readonly string[]; providers?: readonly string[] },
): Promise<Centre[]> =>
  tx
    .selectFrom('centres')
    .select(['id as centreId', 'providerId', 'name'])
    .where('cityId', '=', cityId)
    .where(
      sql<boolean>`(id = any (${[...centres]}::uuid[]) or provider_id = any (${[...providers]}::uuid[]))`,
    )
    .orderBy('name')
    .execute()

export const findCentre = (tx: Tx, cityId: string, centreId: string): Promise<Centre | undefined> =>
  tx
    .selectFrom('centres')
    .select(['id as centreId', 'providerId', 'name'])
    .where('cityId', '=', cityId)
    .where('id', '=', centreId)
    .executeTakeFirst()

/** The post of a centre as it was, is and will be, the latest first. */
export const listPosts = (tx: Tx, cityId: string, centreId: string): Promise<Post[]> =>
  tx
    .selectFrom('posts')
    .select(['fundedPermille', 'fullTimeMinutes', 'fundedBy', ...span])
    .where('cityId', '=', cityId)
    .where('centreId', '=', centreId)
    .orderBy('valid', 'desc')
    .execute()

/** Who holds or held the post of a centre, and her deputies, the latest first. */
export const listAssignments = async (tx: Tx, cityId: string, centreId: string): Promise<Assignment[]> => {
  const rows = await tx
    .selectFrom('postAssignments as a')
    .innerJoin('employees as e', join =>
      join.onRef('e.cityId', '=', 'a.cityId').onRef('e.id', '=', 'a.employeeId'),
    )
    .select(['a.id', 'a.employeeId', 'e.name', 'a.kind', 'a.minutes', ...span])
    .where('a.cityId', '=', cityId)
    .where('a.centreId', '=', centreId)
    .orderBy('a.valid', 'desc')
    .execute()
  return rows.map(row => ({ ...row, kind: row.kind as Assignment['kind'] }))
}

/** The post from this day on; what was planned for later is replaced. */
export const writePost = async (
  tx: Tx,
  { cityId, providerId, centreId }: CentreRef & { cityId: string },
  { from, ...post }: Omit<Post, 'until'>,
) => {
  const day = from.toString()
  await sql`delete from posts where city_id = ${cityId} and centre_id = ${centreId} and lower(valid) >= ${day}::date`.execute(
    tx,
  )
  await sql`update posts set valid = daterange(lower(valid), ${day}::date)
    where city_id = ${cityId} and centre_id = ${centreId} and valid @> ${day}::date`.execute(tx)
  await tx
    .insertInto('posts')
    .values({ ...post, cityId, providerId, centreId, valid: `[${day},)` })
    .execute()
}

export const addAssignment = (
  tx: Tx,
  { from, until, ...assignment }: Omit<Assignment, 'name'> & CentreRef & { cityId: string },
) =>
  tx
    .insertInto('postAssignments')
    .values({ ...assignment, valid: `[${from},${until ?? ''})` })
    .execute()

export const lockAssignment = (tx: Tx, cityId: string, id: string) =>
  tx
    .selectFrom('postAssignments')
    .select(['id', 'centreId', 'providerId', ...span])
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const endAssignment = (tx: Tx, cityId: string, id: string, until: Temporal.PlainDate) =>
  tx
    .updateTable('postAssignments')
    .set({ valid: sql`daterange(lower(valid), ${until.toString()}::date)` })
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .execute()

const span = [
  sql<Temporal.PlainDate>`lower(valid)`.as('from'),
  sql<Temporal.PlainDate | null>`upper(valid)`.as('until'),
] as const
