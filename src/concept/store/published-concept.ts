import { sql } from 'kysely'
import { type Context, todayIn } from '../../identity/index.ts'
import { type Concept, type Use, type Version, wordsIn } from '../concept.ts'

type Reading = Pick<Context, 'db' | 'city' | 'language' | 'now'>

/**
 * A version with its articles in order, by its name in the address or else the one that is valid today; undefined
 * where the city has no such one.
 */
export const readConcept = async (reading: Reading, slug?: string): Promise<Concept | undefined> => {
  const { db, city, language } = reading
  const version = await versionsOf(reading)
    .select(['id', 'source', 'isExample'])
    .where(slug ? sql<boolean>`slug = ${slug}` : sql<boolean>`valid @> ${todayIn(reading)}::date`)
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

/** All versions, the newest first. */
export const listVersions = (reading: Reading): Promise<Version[]> =>
  versionsOf(reading).orderBy('validFrom', 'desc').execute()

const versionsOf = ({ db, city }: Reading) =>
  db
    .selectFrom('published.conceptVersions')
    .select([
      'slug',
      'name',
      sql<Temporal.PlainDate>`lower(valid)`.as('validFrom'),
      sql<Temporal.PlainDate | null>`upper(valid)`.as('endedOn'),
    ])
    .where('cityId', '=', city.id)

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
