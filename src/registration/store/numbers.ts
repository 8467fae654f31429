import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'

/** All registrations of the family's page that were made with the same number, as far as the desk may see them. */
const sameNumber = (cityId: string, householdId: string) => sql`
  from households mine
  where mine.city_id = ${cityId} and mine.id = ${householdId} and h.city_id = mine.city_id
    and h.page_id = mine.page_id and h.provider_id = mine.provider_id and h.phone = mine.phone`

/** The code that was sent there; it takes the place of an earlier one. */
export const keepCode = (
  tx: Tx,
  cityId: string,
  householdId: string,
  { code, until }: { code: Buffer; until: Temporal.Instant },
) =>
  sql`update households h set phone_code = ${code}, phone_code_until = ${until.toString()}
    ${sameNumber(cityId, householdId)}`.execute(tx)

/** No code confirms the number any more, until another one is sent. */
export const forgetCode = (tx: Tx, cityId: string, householdId: string) =>
  sql`update households h set phone_code = null, phone_code_until = null ${sameNumber(cityId, householdId)}`.execute(
    tx,
  )

/** Whether a code was sent to the number of a family that would confirm it now. */
export const hasCode = async (tx: Tx, cityId: string, householdId: string, now: Temporal.Instant) => {
  const found = await tx
    .selectFrom('households')
    .select('id')
    .where('cityId', '=', cityId)
    .where('id', '=', householdId)
    .where('phoneCodeUntil', '>', now)
    .executeTakeFirst()
  return found !== undefined
}

/** The registrations to which SMS may go from now on; none where it is another code, or its time is over. */
export const confirmNumber = async (
  tx: Tx,
  cityId: string,
  householdId: string,
  { code, now }: { code: Buffer; now: Temporal.Instant },
) => {
  const { rows } = await sql<{ id: string }>`
    with confirmed as (
      update households h set phone_confirmed_at = ${now.toString()}, phone_code = null, phone_code_until = null
      ${sameNumber(cityId, householdId)} and mine.phone_code = ${code}
        and mine.phone_code_until > ${now.toString()}
      returning h.city_id, h.id
    )
    select r.id from registrations r join confirmed c on c.city_id = r.city_id and c.id = r.household_id`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}
