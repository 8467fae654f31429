import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'

export type Guardian = { id: string; called: string; addedAt: Temporal.Instant }

export const listGuardians = (tx: Tx, cityId: string, registrationId: string): Promise<Guardian[]> =>
  tx
    .selectFrom('guardians')
    .select(['id', 'called', 'addedAt'])
    .where('cityId', '=', cityId)
    .where('registrationId', '=', registrationId)
    .orderBy('addedAt')
    .orderBy('id')
    .execute()

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
