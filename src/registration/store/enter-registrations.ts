import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import { hashOfKey } from '../../platform/web/keys.ts'
import type { NewRegistration } from '../joining.ts'
import { deleteOn, type Intake, provedUntil } from '../registration.ts'
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
  entered: readonly NewRegistration[],
) => {
  const { providerId, centreId } = intake
  const rows = entered.map(rowOf)
  const children = entered.flatMap(({ id, household, party }) =>
    party.children.map(child => ({
      ...{ ...child, id: randomUUIDv7(), registrationId: id, householdId: household.id },
    })),
  )
  const links = entered.flatMap(({ id, keys, joinedAt }) =>
    [
      { key: keys.link, salt: keys.salt?.toString('hex') ?? null },
      { key: keys.code, salt: null },
    ].map(({ key, salt }) => ({
      ...{
        registrationId: id,
        hash: hashOfKey(key).toString('hex'),
        provedUntil: provedUntil(joinedAt),
        salt,
      },
    })),
  )
  const json = (values: readonly object[]) => sql`${JSON.stringify(values)}::jsonb`
  await Promise.all([
    sql`
    with entry as materialized (
      select * from jsonb_to_recordset(${json(rows)}) as entry (id uuid, "householdId" uuid, called text, language text,
        "contactKind" text, email text, phone text, "isSafe" boolean, hours jsonb, "pageId" uuid, state text, adults integer,
        children integer, babies integer, "joinedAt" timestamptz, "enteredBy" text, "repeatsId" uuid, "comesAs" text,
        "onceKey" uuid, "phoneConfirmedAt" timestamptz)
    ), household as (
      insert into households (city_id, id, provider_id, centre_id, called, language, contact_kind, email, phone,
        phone_confirmed_at, is_safe, hours, page_id, delete_on)
      select ${cityId}, "householdId", ${providerId}, ${centreId}, called, language, "contactKind", email, phone,
        "phoneConfirmedAt", "isSafe", hours, "pageId", ${deleteOn(intake)}
      from entry
    ), child as (
      insert into household_children (city_id, id, household_id, provider_id, centre_id, first_name, born_in)
      select ${cityId}, id, "householdId", ${providerId}, ${centreId}, "firstName", "bornIn"
      from jsonb_to_recordset(${json(children)}) as child (id uuid, "householdId" uuid, "firstName" text, "bornIn" date)
    ), link as (
      insert into registration_links (city_id, hash, registration_id, provider_id, centre_id, proved_until, salt)
      select ${cityId}, decode(hash, 'hex'), "registrationId", ${providerId}, ${centreId}, "provedUntil",
        decode(salt, 'hex')
      from jsonb_to_recordset(${json(links)}) as link ("registrationId" uuid, hash text, "provedUntil" timestamptz,
        salt text)
    )
    insert into registrations (city_id, id, provider_id, centre_id, offer_id, intake_id, household_id, state, adults,
      children, babies, joined_at, entered_by, repeats_id, comes_as, rendering_key)
    select ${cityId}, id, ${providerId}, ${centreId}, ${intake.offerId}, ${intake.id}, "householdId", state, adults,
      children, babies, "joinedAt", "enteredBy", "repeatsId", "comesAs", "onceKey"
    from entry`.execute(tx),
    sql`
    insert into registration_children (city_id, registration_id, household_id, child_id)
    select ${cityId}, "registrationId", "householdId", id
    from jsonb_to_recordset(${json(children)}) as child (id uuid, "registrationId" uuid, "householdId" uuid)
    `.execute(tx),
  ])
}

const rowOf = ({ id, household, size, state, ...entered }: NewRegistration) => ({
  ...{ id, householdId: household.id, called: household.called, language: household.language },
  ...{ ...columnsOf(household.contact), hours: household.contact.hours ?? null, ...size, state },
  ...{ joinedAt: entered.joinedAt, enteredBy: entered.enteredBy, repeatsId: entered.repeatsId },
  ...{ comesAs: entered.comesAs, onceKey: entered.onceKey, pageId: entered.pageId },
  phoneConfirmedAt: household.isNumberConfirmed ? entered.joinedAt : null,
})
