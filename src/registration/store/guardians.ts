import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'

export type Guardian = {
  id: string
  called: string
  addedAt: Temporal.Instant
  childIds: string[]
  /** False since the family is reached safely or was locked: staff may give new ones. */
  hasKeys: boolean
}

export const listGuardians = async (tx: Tx, cityId: string, registrationId: string) => {
  const { rows } = await sql<Guardian>`
    select g.id, g.called, g.added_at,
      array(select c.child_id from guardian_children c
        where c.city_id = g.city_id and c.guardian_id = g.id) as child_ids,
      exists (select from registration_links k
        where k.city_id = g.city_id and k.guardian_id = g.id) as has_keys
    from guardians g
    where g.city_id = ${cityId} and g.registration_id = ${registrationId}
    order by g.added_at, g.id`.execute(tx)
  return rows
}

type Adding = CentreRef & {
  cityId: string
  registrationId: string
  called: string
  addedAt: Temporal.Instant
}

export const insertGuardian = async (tx: Tx, guardian: Adding) => {
  const added = tx.insertInto('guardians').values(guardian).returning('id')
  return (await added.executeTakeFirstOrThrow()).id
}

type Of = CentreRef & { cityId: string; registrationId: string; guardianId: string }

/** The children whom it sees from now on, in place of those before. */
export const replaceSeenChildren = async (tx: Tx, of: Of, childIds: readonly string[]) => {
  await tx
    .deleteFrom('guardianChildren')
    .where('cityId', '=', of.cityId)
    .where('guardianId', '=', of.guardianId)
    .execute()
  const rows = childIds.map(childId => ({ ...of, childId }))
  if (rows.length > 0) await tx.insertInto('guardianChildren').values(rows).execute()
}

/** The names of the children whom it sees, and whether those are all of the registration. */
export const findSeenChildren = async (tx: Tx, cityId: string, guardianId: string) => {
  const { rows } = await sql<{ names: string[]; areAll: boolean }>`
    select coalesce(array_agg(c.first_name order by c.born_in, c.first_name) filter (where seen.child_id is not null),
        '{}') as names,
      bool_and(seen.child_id is not null) as are_all
    from guardians g
    join registration_children rc on rc.city_id = g.city_id and rc.registration_id = g.registration_id
    join household_children c on c.city_id = rc.city_id and c.id = rc.child_id
    left join guardian_children seen on seen.city_id = g.city_id and seen.guardian_id = g.id
      and seen.child_id = rc.child_id
    where g.city_id = ${cityId} and g.id = ${guardianId}`.execute(tx)
  return rows[0]
}

/** Whether the same form gave this key before. */
export const hasKey = async (tx: Tx, cityId: string, hash: Buffer) => {
  const found = tx
    .selectFrom('registrationLinks')
    .select('hash')
    .where('cityId', '=', cityId)
    .where('hash', '=', hash)
  return (await found.executeTakeFirst()) !== undefined
}

/** What it was given before opens nothing any more. */
export const deleteKeys = (tx: Tx, cityId: string, guardianId: string) =>
  tx
    .deleteFrom('registrationLinks')
    .where('cityId', '=', cityId)
    .where('guardianId', '=', guardianId)
    .execute()

/** All keys of it go along. Says whether there was one. */
export const deleteGuardian = async (tx: Tx, cityId: string, registrationId: string, id: string) => {
  const { numDeletedRows } = await tx
    .deleteFrom('guardians')
    .where('cityId', '=', cityId)
    .where('registrationId', '=', registrationId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

export type GuardianDesk = CentreRef & { guardianId: string; registrationId: string }

/** What a key of a guardian opens now, and the centre whose desk may serve it. */
export const findGuardianDesk = async (
  tx: Tx,
  cityId: string,
  { hash, isCode, now }: { hash: Buffer; isCode: boolean; now: Temporal.Instant },
) => {
  const { rows } = await sql<GuardianDesk>`
    select guardian_id, registration_id, provider_id, centre_id
    from guardian_behind(${cityId}, ${hash}, ${isCode}, ${now.toString()})`.execute(tx)
  return rows[0]
}
