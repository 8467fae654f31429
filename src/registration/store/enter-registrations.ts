import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { Entry } from '../joining.ts'
import { hashOfKey } from '../link.ts'
import { deleteOn, type Intake } from '../registration.ts'
import { columnsOf } from './households.ts'

/**
 * Writes registrations for one intake with their households, children and links, in as few statements as it takes
 * and always the same ones: everybody behind them waits for the lock. Which children are meant comes second, because
 * its policy asks for the registration.
 */
export const enterRegistrations = async (
  tx: Tx,
  cityId: string,
  intake: Intake,
  entries: readonly Entry[],
) => {
  const { providerId, centreId } = intake
  const rows = entries.map(rowOf)
  const children = entries.flatMap(({ id, household, party }) =>
    party.children.map(child => ({
      ...{ ...child, id: randomUUIDv7(), registrationId: id, householdId: household.id },
    })),
  )
  const links = entries.flatMap(({ id, keys }) =>
    [keys.link, keys.code].map(key => ({ registrationId: id, hash: hashOfKey(key).toString('hex') })),
  )
  const json = (values: readonly object[]) => sql`${JSON.stringify(values)}::jsonb`
  await Promise.all([
    sql`
    with entry as materialized (
      select * from jsonb_to_recordset(${json(rows)}) as entry (id uuid, household_id uuid, called text, language text,
        contact_kind text, email text, phone text, state text, adults integer, children integer, babies integer,
        joined_at timestamptz, entered_by text, repeats_id uuid, rendering_key uuid)
    ), household as (
      insert into households (city_id, id, provider_id, centre_id, called, language, contact_kind, email, phone, delete_on)
      select ${cityId}, household_id, ${providerId}, ${centreId}, called, language, contact_kind, email, phone,
        ${deleteOn(intake).toString()}
      from entry
    ), child as (
      insert into household_children (city_id, id, household_id, provider_id, centre_id, first_name, born_in)
      select ${cityId}, id, "householdId", ${providerId}, ${centreId}, "firstName", "bornIn"
      from jsonb_to_recordset(${json(children)}) as child (id uuid, "householdId" uuid, "firstName" text, "bornIn" date)
    ), link as (
      insert into registration_links (city_id, hash, registration_id, provider_id, centre_id)
      select ${cityId}, decode(hash, 'hex'), "registrationId", ${providerId}, ${centreId}
      from jsonb_to_recordset(${json(links)}) as link ("registrationId" uuid, hash text)
    )
    insert into registrations (city_id, id, provider_id, centre_id, offer_id, intake_id, household_id, state, adults,
      children, babies, joined_at, entered_by, repeats_id, rendering_key)
    select ${cityId}, id, ${providerId}, ${centreId}, ${intake.offerId}, ${intake.id}, household_id, state, adults,
      children, babies, joined_at, entered_by, repeats_id, rendering_key
    from entry`.execute(tx),
    sql`
    insert into registration_children (city_id, registration_id, household_id, child_id)
    select ${cityId}, "registrationId", "householdId", id
    from jsonb_to_recordset(${json(children)}) as child (id uuid, "registrationId" uuid, "householdId" uuid)
    `.execute(tx),
  ])
}

const rowOf = ({ id, household, size, state, joinedAt, enteredBy, repeatsId, onceKey }: Entry) => {
  const { email, phone, contactKind } = columnsOf(household.contact)
  return {
    ...{ id, household_id: household.id, called: household.called, language: household.language },
    ...{ contact_kind: contactKind, email, phone, ...size },
    ...{ state, joined_at: joinedAt, entered_by: enteredBy, repeats_id: repeatsId, rendering_key: onceKey },
  }
}
