import type { Database, Tx } from '../../platform/database/connect.ts'
import type { Membership } from '../actor.ts'

type Place = { centreId: string; providerId: string }
export type DemoPlaces = { own: Place; other: Place | undefined }

/** The centre at which the demo plays, KiEZ Westend where there is one, and a centre of another provider. */
export const findDemoPlaces = async (tx: Tx, cityId: string): Promise<DemoPlaces | undefined> => {
  const places = await tx
    .selectFrom('centres as c')
    .select(['c.id as centreId', 'c.providerId'])
    .where('c.cityId', '=', cityId)
    .orderBy(({ eb }) => eb('c.slug', '=', 'kiez-westend'), 'desc')
    .orderBy('c.isExample')
    .orderBy('c.slug')
    .execute()
  const [own, ...others] = places
  if (!own) return undefined
  return { own, other: others.find(({ providerId }) => providerId !== own.providerId) }
}

/** How many accounts the instance has that were made for trying out, and how many others. */
export const countAccounts = async (db: Database) => {
  const rows = await db
    .selectFrom('identity.accounts')
    .select(({ fn }) => ['isDemo', fn.countAll<number>().as('count')])
    .groupBy('isDemo')
    .execute()
  const countOf = (isDemo: boolean) => rows.find(row => row.isDemo === isDemo)?.count ?? 0
  return { forDemo: countOf(true), others: countOf(false) }
}

/** Whom the demo offers for signing in, and where each of them works. */
export const findDemoMembers = async (tx: Tx, cityId: string) => {
  const rows = await tx
    .selectFrom('memberships as m')
    .innerJoin('identity.accounts as a', 'a.id', 'm.accountId')
    .leftJoin('centres as c', join =>
      join.onRef('c.cityId', '=', 'm.cityId').onRef('c.id', '=', 'm.centreId'),
    )
    .leftJoin('providers as p', join =>
      join.onRef('p.cityId', '=', 'm.cityId').onRef('p.id', '=', 'm.providerId'),
    )
    .leftJoin('cityTexts as t', join => join.onRef('t.cityId', '=', 'm.cityId').on('t.language', '=', 'de'))
    .select(({ fn }) => ['m.role', 'a.email', fn.coalesce('c.name', 'p.name', 't.place').as('at')])
    .where('m.cityId', '=', cityId)
    .where('a.isDemo', '=', true)
    .orderBy('m.id')
    .execute()
  return rows.map(({ role, email, at }) => ({ role, email, at: at ?? '' }))
}

/** Adds a role from today on, unless somebody holds it already. */
export const addMembership = async (
  tx: Tx,
  { today, ...membership }: { cityId: string; accountId: string; today: Temporal.PlainDate } & Membership,
) => {
  const { cityId, accountId, role, providerId, centreId } = membership
  const held = await tx
    .selectFrom('memberships')
    .select('id')
    .where('cityId', '=', cityId)
    .where('accountId', '=', accountId)
    .where('role', '=', role)
    .where('providerId', 'is not distinct from', providerId)
    .where('centreId', 'is not distinct from', centreId)
    .executeTakeFirst()
  if (held) return
  await tx
    .insertInto('memberships')
    .values({ ...membership, valid: `[${today},)` })
    .execute()
}

/** Two offers of the centre: one for which families register, and one to which they just come. */
export const letLeadTwoOffers = async (
  tx: Tx,
  { cityId, accountId, centreId }: { cityId: string; accountId: string; centreId: string },
) => {
  const offers = await tx
    .selectFrom('offers')
    .select(['id', 'providerId', 'registration'])
    .where('cityId', '=', cityId)
    .where('centreId', '=', centreId)
    .where('state', '=', 'published')
    .where('format', 'in', ['course', 'drop-in'])
    .orderBy('slug')
    .execute()
  const led = [
    offers.find(({ registration }) => registration !== 'none'),
    offers.find(({ registration }) => registration === 'none'),
  ].filter(offer => offer !== undefined)
  for (const { id, providerId } of led)
    await tx
      .insertInto('offerLeaders')
      .values({ cityId, accountId, centreId, providerId, offerId: id })
      .onConflict(conflict => conflict.doNothing())
      .execute()
}
