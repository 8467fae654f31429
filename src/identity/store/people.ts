import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { Role } from '../actor.ts'
import type { Appointment } from '../permissions.ts'
import { validOn } from './staff.ts'

export type Person = {
  membershipId: string
  accountId: string
  name: string
  email: string
  isDemo: boolean
  role: Role
  providerId: string | null
  /** The centre, else the provider; null for the whole city. */
  place: string | null
}

/** Who works here on a day, as far as the one who asks may know. */
export const listPeople = (tx: Tx, cityId: string, today: Temporal.PlainDate): Promise<Person[]> =>
  membersWithNames(tx, cityId).where(validOn(today)).orderBy(sql`a.name collate "de-x-icu"`).execute()

export const findPerson = (tx: Tx, cityId: string, membershipId: string, today: Temporal.PlainDate) =>
  membersWithNames(tx, cityId)
    .where('memberships.id', '=', membershipId)
    .where(validOn(today))
    .executeTakeFirst()

const membersWithNames = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('memberships')
    .innerJoin('identity.accounts as a', 'a.id', 'memberships.accountId')
    .leftJoin('centres as c', join =>
      join.onRef('c.cityId', '=', 'memberships.cityId').onRef('c.id', '=', 'memberships.centreId'),
    )
    .leftJoin('providers as p', join =>
      join.onRef('p.cityId', '=', 'memberships.cityId').onRef('p.id', '=', 'memberships.providerId'),
    )
    .select(({ fn }) => [
      'memberships.id as membershipId',
      'memberships.accountId',
      'a.name',
      'a.email',
      'a.isDemo',
      'memberships.role',
      'memberships.providerId',
      fn.coalesce('c.name', 'p.name').as('place'),
    ])
    .where('memberships.cityId', '=', cityId)

export const addMembership = async (
  tx: Tx,
  {
    today,
    now,
    ...membership
  }: { cityId: string; accountId: string; today: Temporal.PlainDate; now: Temporal.Instant } & Appointment,
) => {
  const { id } = await tx
    .insertInto('memberships')
    .values({ ...membership, valid: `[${today},)`, givenAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The role ends before this day begins; what has been stays readable, to the hour. */
export const endMembership = async (
  tx: Tx,
  {
    cityId,
    id,
    today,
    now,
  }: { cityId: string; id: string; today: Temporal.PlainDate; now: Temporal.Instant },
) => {
  const day = today.toString()
  const { numUpdatedRows } = await tx
    .updateTable('memberships')
    .set({ valid: sql`daterange(lower(valid), greatest(lower(valid), ${day}::date))`, endedAt: now })
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const hasManager = async (tx: Tx, cityId: string, providerId: string, today: Temporal.PlainDate) => {
  const { rows } = await sql<{ hasManager: boolean }>`
    select has_manager(${cityId}, ${providerId}, daterange(${today.toString()}::date, null)) as has_manager`.execute(
    tx,
  )
  return rows[0]?.hasManager === true
}

export const findCentre = (tx: Tx, cityId: string, id: string) =>
  tx
    .selectFrom('centres')
    .select(['id', 'providerId', 'name'])
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst()

export const findProvider = (tx: Tx, cityId: string, id: string) =>
  tx
    .selectFrom('providers')
    .select(['id', 'name'])
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst()

export const listProviders = (tx: Tx, cityId: string) =>
  tx.selectFrom('providers').select(['id', 'name']).where('cityId', '=', cityId).orderBy('name').execute()

export const listCentresOf = (tx: Tx, cityId: string, providerIds: string[]) =>
  tx
    .selectFrom('centres')
    .select(['id', 'name', 'providerId'])
    .where('cityId', '=', cityId)
    .where('providerId', 'in', providerIds.length > 0 ? providerIds : [noProvider])
    .orderBy('name')
    .execute()

// `in ()` is no SQL; nobody has this id.
const noProvider = '00000000-0000-0000-0000-000000000000'

export const listPlaces = (tx: Tx, cityId: string, kind: 'providers' | 'centres') =>
  tx.selectFrom(kind).select(['id', 'slug']).where('cityId', '=', cityId).orderBy('slug').execute()
