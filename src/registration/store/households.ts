import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Contact } from '../../outreach/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { orNotFound } from '../../platform/refusals.ts'
import { hashOfKey, hashOfLink, type Keys } from '../../platform/web/keys.ts'
import { type Child, correctedChildren } from '../party.ts'
import type { Household } from '../registration.ts'
import { besideTitle } from './offers.ts'

export type Whose = CentreRef & { cityId: string }

export const updateHousehold = (tx: Tx, cityId: string, { id, called, contact }: Household) =>
  tx
    .updateTable('households')
    .set({ called, ...columnsOf(contact) })
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .execute()

/**
 * Everything else of it goes along, by the foreign keys; the places it held are counted back. That it wants to be told of
 * something again outlives its registration, but not whoever erases herself.
 */
export const deleteHousehold = async (tx: Tx, cityId: string, id: string) => {
  await tx.deleteFrom('messageConsents').where('cityId', '=', cityId).where('householdId', '=', id).execute()
  await tx.deleteFrom('households').where('cityId', '=', cityId).where('id', '=', id).execute()
}

/** Null takes the lock away. */
export const setLock = (tx: Tx, cityId: string, householdId: string, lockedAt: Temporal.Instant | null) =>
  sql`select lock_household(${cityId}, ${householdId}, ${lockedAt?.toString() ?? null})`.execute(tx)

/** Enters the children of a party, in place of those it had before; who is corrected keeps what was said of her. */
export const replaceChildren = async (
  tx: Tx,
  whose: Whose,
  { householdId, registrationId }: { householdId: string; registrationId: string },
  children: readonly Child[],
) => {
  const before = await listChildrenOf(tx, whose.cityId, registrationId)
  const { stay, come, go } = correctedChildren(before, children)
  if (go.length > 0)
    await tx
      .deleteFrom('householdChildren')
      .where('cityId', '=', whose.cityId)
      .where(
        'id',
        'in',
        go.map(({ id }) => id),
      )
      .execute()
  for (const { was, is } of stay)
    await tx
      .updateTable('householdChildren')
      .set({ firstName: is.firstName, bornIn: is.bornIn })
      .where('cityId', '=', whose.cityId)
      .where('id', '=', was.id)
      .execute()
  await insertChildren(tx, whose, { householdId, registrationId }, come)
}

/** The eldest first. */
export const listChildrenOf = async (tx: Tx, cityId: string, registrationId: string) => {
  const { rows } = await sql<Child & { id: string }>`
    select c.id, c.first_name, c.born_in from registration_children rc
    join household_children c on c.city_id = rc.city_id and c.id = rc.child_id
    where rc.city_id = ${cityId} and rc.registration_id = ${registrationId}
    order by c.born_in, c.first_name, c.id`.execute(tx)
  return rows
}

const insertChildren = async (
  tx: Tx,
  whose: Whose,
  { householdId, registrationId }: { householdId: string; registrationId: string },
  children: readonly Child[],
) => {
  if (children.length === 0) return
  const rows = children.map(child => ({ ...child, id: randomUUIDv7() }))
  await tx
    .insertInto('householdChildren')
    .values(rows.map(({ id, firstName, bornIn }) => ({ ...whose, id, householdId, firstName, bornIn })))
    .execute()
  await tx
    .insertInto('registrationChildren')
    .values(rows.map(({ id }) => ({ cityId: whose.cityId, registrationId, householdId, childId: id })))
    .execute()
}

/** The keys of a family: the link, and the code that goes with it. */
export const insertKeys = (
  tx: Tx,
  whose: Whose,
  registrationId: string,
  { link, code, salt, provedUntil }: Keys & { provedUntil: Temporal.Instant },
) =>
  tx
    .insertInto('registrationLinks')
    .values([
      { ...whose, registrationId, provedUntil, hash: hashOfLink(link), ...(salt && { salt }) },
      { ...whose, registrationId, provedUntil, hash: hashOfKey(code) },
    ])
    .execute()

/** What besides the link one needs to find its code; null for those that need nothing. */
export const findSalt = async (tx: Tx, cityId: string, hash: Buffer) => {
  const found = tx
    .selectFrom('registrationLinks')
    .select('salt')
    .where('cityId', '=', cityId)
    .where('hash', '=', hash)
  return (await found.executeTakeFirst())?.salt ?? null
}

/** A link that was proved opens a household that is reached safely too, until then; one of a guardian, what it sees. */
export const insertLinks = (
  tx: Tx,
  whose: Whose,
  registrationId: string,
  hashes: readonly Buffer[],
  {
    provedUntil = null,
    guardianId = null,
  }: { provedUntil?: Temporal.Instant | null; guardianId?: string | null } = {},
) =>
  tx
    .insertInto('registrationLinks')
    .values(hashes.map(hash => ({ ...whose, registrationId, hash, provedUntil, guardianId })))
    .execute()

type Opened = CentreRef & { registrationId: string; asksForCode: false }

/** Which registration a link or code opens now, and the centre whose desk may serve it; or that a code is asked for. */
export const findDesk = async (
  tx: Tx,
  cityId: string,
  { hash, isCode, now }: { hash: Buffer; isCode: boolean; now: Temporal.Instant },
) => {
  const { rows } = await sql<Opened | { asksForCode: true }>`
    select registration_id, provider_id, centre_id, asks_for_code
    from desk_behind(${cityId}, ${hash}, ${isCode}, ${now.toString()})`.execute(tx)
  return rows[0]
}

/** How the offer and the centre are called in a language, and who answers for the data under which law. */
export type Names = {
  title: string
  titleLanguage: string
  centre: string
  centreSlug: string
  centrePhone: string
  street: string
  postalCode: string
  town: string
  latitude: number | null
  longitude: number | null
  way: 'on-site' | 'online' | 'phone' | 'door'
  provider: string
  law: 'DSGVO' | 'KDG' | 'DSG-EKD'
  officer: string
  officerEmail: string
  authority: string
}

/** Undefined where there is no such offer, or none that may be seen. */
export const findNamesFor = async (
  tx: Tx,
  cityId: string,
  which: { offerId: string } | { intakeId: string },
  language: string,
): Promise<Names | undefined> => {
  const offerId =
    'offerId' in which
      ? sql`${which.offerId}`
      : sql`(select offer_id from intakes where city_id = ${cityId} and id = ${which.intakeId})`
  const { rows } = await sql<Names>`
    select t.title, t.language as title_language, c.name as centre, c.slug as centre_slug, c.phone as centre_phone,
      c.street, c.postal_code, c.town, c.latitude, c.longitude, o.way, p.name as provider, p.law,
      p.data_protection_officer as officer, p.data_protection_email as officer_email, p.authority
    from offers o
    join centres c on c.city_id = o.city_id and c.id = o.centre_id
    join providers p on p.city_id = o.city_id and p.id = o.provider_id ${besideTitle(language)}
    where o.city_id = ${cityId} and o.id = ${offerId}`.execute(tx)
  return rows[0]
}

export const namesFor = async (...asked: Parameters<typeof findNamesFor>): Promise<Names> =>
  orNotFound(await findNamesFor(...asked))

export const columnsOf = (contact: Contact) => ({
  contactKind: contact.kind,
  email: contact.kind === 'email' ? contact.email : null,
  phone: contact.kind === 'phone' ? contact.phone : null,
  isSafe: contact.neutral ?? false,
  hours: contact.hours ? JSON.stringify(contact.hours) : null,
})
