import { sql } from 'kysely'
import * as v from 'valibot'
import type { Context } from '../../identity/index.ts'
import type { Provider } from '../centre.ts'
import { type CityNotice, noticeShape } from '../notice.ts'

type Reading = Pick<Context, 'db' | 'city' | 'language'>

/** Imprint, office and attributions of the city. */
export const findNotice = async ({ db, city, language }: Reading): Promise<CityNotice> => {
  const row = await db
    .selectFrom('published.cities as c')
    .innerJoin('published.cityTexts as t', 't.cityId', 'c.id')
    .select(['c.office', 'c.attributions', 't.imprint'])
    .where('c.id', '=', city.id)
    .orderBy(sql`t.language = ${language} desc, t.language`)
    .limit(1)
    .executeTakeFirstOrThrow()
  return v.parse(noticeShape, row)
}

/** Everybody who runs a centre, with the law they are under and whom a family can turn to. */
export const listProviders = async ({ db, city }: Reading): Promise<Provider[]> => {
  const rows = await db
    .selectFrom('published.providers as p')
    .innerJoin('published.centres as c', join =>
      join.onRef('c.cityId', '=', 'p.cityId').onRef('c.providerId', '=', 'p.id'),
    )
    .selectAll('p')
    .select(['c.slug as centreSlug', 'c.name as centreName'])
    .where('p.cityId', '=', city.id)
    .orderBy('p.isExample')
    .orderBy('p.name')
    .orderBy('c.name')
    .execute()
  return [...Map.groupBy(rows, ({ slug }) => slug).values()].flatMap(ofOne => {
    const centres = ofOne.map(({ centreSlug, centreName }) => ({ slug: centreSlug, name: centreName }))
    return ofOne.slice(0, 1).map(provider => ({ ...provider, centres }))
  })
}
