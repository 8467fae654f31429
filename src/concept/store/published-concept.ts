import { sql } from 'kysely'
import { type Context, todayIn } from '../../identity/index.ts'
import { type Concept, type Use, wordsIn } from '../concept.ts'

type Reading = Pick<Context, 'db' | 'city' | 'language' | 'now'>

/** The version that is valid today, with its articles in order; undefined where the city has none. */
export const readConcept = async (reading: Reading): Promise<Concept | undefined> => {
  const { db, city, language } = reading
  const version = await db
    .selectFrom('published.conceptVersions')
    .select(['id', 'name', 'source', 'isExample', sql<Temporal.PlainDate>`lower(valid)`.as('validFrom')])
    .where('cityId', '=', city.id)
    .where(sql<boolean>`valid @> ${todayIn(reading)}::date`)
    .executeTakeFirst()
  if (!version) return undefined

  const texts = await db
    .selectFrom('published.conceptVersionArticles as a')
    .innerJoin('published.conceptArticleTexts as t', join =>
      join
        .onRef('t.cityId', '=', 'a.cityId')
        .onRef('t.versionId', '=', 'a.versionId')
        .onRef('t.articleKey', '=', 'a.articleKey'),
    )
    .select(['a.articleKey as key', 't.language', 't.title', 't.body'])
    .where('a.cityId', '=', city.id)
    .where('a.versionId', '=', version.id)
    .orderBy('a.position')
    .execute()
  const { id: _, ...head } = version
  const articles = [...Map.groupBy(texts, ({ key }) => key).values()]
  return { ...head, articles: articles.flatMap(each => wordsIn(language, city.languages, each) ?? []) }
}

/** How many published offers of each centre point to which article. */
export const listUses = async ({ db, city }: Reading): Promise<Use[]> =>
  db
    .selectFrom('published.offerArticles')
    .select(({ fn }) => ['articleKey', 'centreId', fn.countAll<number>().as('offers')])
    .where('cityId', '=', city.id)
    .groupBy(['articleKey', 'centreId'])
    .execute()

export const listCentreNames = ({ db, city }: Reading) =>
  db
    .selectFrom('published.centres')
    .select(['id', 'name'])
    .where('cityId', '=', city.id)
    .orderBy('name')
    .execute()
