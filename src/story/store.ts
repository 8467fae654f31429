import { sql } from 'kysely'
import type { Context } from '../identity/index.ts'

type Reading = Pick<Context, 'db' | 'city'>
type Count = { name: string; count: number }

export const countCentres = ({ db, city }: Reading) =>
  db
    .selectFrom('published.centres')
    .select(({ fn }) => [
      fn.countAll<number>().as('all'),
      fn.countAll<number>().filterWhere('isExample', '=', true).as('examples'),
    ])
    .where('cityId', '=', city.id)
    .executeTakeFirstOrThrow()

/** Those that run a centre. */
export const countProviders = ({ db, city }: Reading) =>
  db
    .selectFrom('published.providers as p')
    .select(({ fn }) => [
      fn.countAll<number>().as('all'),
      fn.countAll<number>().filterWhere('p.isExample', '=', true).as('examples'),
    ])
    .where('p.cityId', '=', city.id)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('published.centres as c')
          .select('c.id')
          .whereRef('c.cityId', '=', 'p.cityId')
          .whereRef('c.providerId', '=', 'p.id'),
      ),
    )
    .executeTakeFirstOrThrow()

export const countOffers = ({ db, city }: Reading) =>
  db
    .selectFrom('published.offers')
    .select(({ fn }) => [
      fn.countAll<number>().as('all'),
      fn.countAll<number>().filterWhere('priceCents', '=', 0).as('free'),
      fn.countAll<number>().filterWhere('registration', '=', 'none').as('justCome'),
    ])
    .where('cityId', '=', city.id)
    .executeTakeFirstOrThrow()

export const countOffersByKind = ({ db, city }: Reading): Promise<Count[]> =>
  db
    .selectFrom('published.offers')
    .select(({ fn }) => ['kind as name', fn.countAll<number>().as('count')])
    .where('cityId', '=', city.id)
    .groupBy('kind')
    .execute()

export const countOffersByLanguage = async ({ db, city }: Reading) => {
  const { rows } = await sql<{ language: string; offers: number }>`
    select language, count(*) as offers
    from published.offers cross join lateral unnest(languages) as language
    where city_id = ${city.id}
    group by language
    order by offers desc, language`.execute(db)
  return rows
}

/** Sessions that took place before a day, by the way on which their offer reaches families. */
export const countHeldByWay = (
  { db, city }: Reading,
  { before }: { before: Temporal.PlainDate },
): Promise<Count[]> =>
  db
    .selectFrom('published.sessions as s')
    .innerJoin('published.offers as o', join =>
      join.onRef('o.cityId', '=', 's.cityId').onRef('o.id', '=', 's.offerId'),
    )
    .select(({ fn }) => ['o.way as name', fn.countAll<number>().as('count')])
    .where('s.cityId', '=', city.id)
    .where('s.state', '=', 'planned')
    .where('s.heldOn', '<', before)
    .groupBy('o.way')
    .execute()
