import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { Thing } from '../joint-activity.ts'

export type ThingAt = Thing & {
  /** The numbers that families of this date hold. */
  held: number[]
  isMine: boolean
}

/** What is needed at one date, in a language; read under the lock of its intake before somebody takes one. */
export const listThingsAt = async (
  tx: Tx,
  cityId: string,
  { intakeId, registrationId = null }: { intakeId: string; registrationId?: string | null | undefined },
  language: string,
): Promise<ThingAt[]> => {
  const { rows } = await sql<ThingAt>`
    select b.id, b.needed, n.name, n.language,
      (select coalesce(json_agg(t.number order by t.number), '[]') from things_taken t
        where t.city_id = b.city_id and t.thing_id = b.id and t.intake_id = i.id) as held,
      exists (select from things_taken t where t.city_id = b.city_id and t.thing_id = b.id
        and t.registration_id = ${registrationId}::uuid) as is_mine
    from intakes i
    join things_to_bring b on b.city_id = i.city_id and b.offer_id = i.offer_id
    cross join lateral (select n.name, n.language from thing_texts n where n.city_id = b.city_id and n.thing_id = b.id
      order by n.language = ${language} desc, n.language = 'de' desc limit 1) n
    where i.city_id = ${cityId} and i.id = ${intakeId} and i.session_id is not null
    order by b.id`.execute(tx)
  return rows
}

export type Bringing = {
  id: string
  intakeId: string
  offerId: string
  providerId: string
  centreId: string
}

export const takeThing = (
  tx: Tx,
  cityId: string,
  { id: registrationId, intakeId, offerId, providerId, centreId }: Bringing,
  { id: thingId, needed, number }: { id: string; needed: number; number: number },
) =>
  tx
    .insertInto('thingsTaken')
    .values({ cityId, registrationId, intakeId, offerId, providerId, centreId, thingId, needed, number })
    .execute()

export const letGo = (tx: Tx, cityId: string, registrationId: string, thingIds: readonly string[]) =>
  tx
    .deleteFrom('thingsTaken')
    .where('cityId', '=', cityId)
    .where('registrationId', '=', registrationId)
    .where('thingId', 'in', thingIds)
    .execute()

/** Who brings what to one date, by registration, in a language. */
export const listBroughtTo = async (tx: Tx, cityId: string, intakeId: string, language: string) => {
  const { rows } = await sql<{ registrationId: string; name: string }>`
    select t.registration_id, n.name from things_taken t
    cross join lateral (select n.name from thing_texts n where n.city_id = t.city_id and n.thing_id = t.thing_id
      order by n.language = ${language} desc, n.language = 'de' desc limit 1) n
    where t.city_id = ${cityId} and t.intake_id = ${intakeId}
    order by t.thing_id`.execute(tx)
  return rows
}
