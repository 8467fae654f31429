import type { Context } from '../../identity/index.ts'
import type { WhoIsHere } from '../introduction.ts'

type Reading = Pick<Context, 'db' | 'city' | 'language'>

/** Whom families meet at a centre, and where they go when it is closed. */
export const findWhoIsHere = async (reading: Reading, slug: string): Promise<WhoIsHere> => {
  const [people, whenClosed] = await Promise.all([peopleAt(reading, slug), closedWords(reading, slug)])
  return { people, whenClosed: whenClosed ?? null }
}

const peopleAt = async ({ db, city, language }: Reading, slug: string): Promise<WhoIsHere['people']> => {
  const rows = await db
    .selectFrom('published.introductions as i')
    .innerJoin('published.centres as c', join =>
      join.onRef('c.cityId', '=', 'i.cityId').onRef('c.id', '=', 'i.centreId'),
    )
    .leftJoin('published.introductionTexts as t', join =>
      join.onRef('t.cityId', '=', 'i.cityId').onRef('t.introductionId', '=', 'i.id'),
    )
    .leftJoin('published.introductionPictures as p', join =>
      join.onRef('p.cityId', '=', 'i.cityId').onRef('p.introductionId', '=', 'i.id'),
    )
    .select([
      'i.id',
      'i.name',
      'i.standsAs',
      'i.languages',
      't.language',
      't.whenThere',
      'p.mark as portrait',
    ])
    .where('c.cityId', '=', city.id)
    .where('c.slug', '=', slug)
    .orderBy(({ eb }) => eb('i.standsAs', '=', 'lead'), 'desc')
    .orderBy('i.name')
    .orderBy(({ eb }) => eb('t.language', '=', language), 'desc')
    .orderBy(({ eb }) => eb('t.language', '=', 'de'), 'desc')
    .orderBy('t.language')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap(texts =>
    texts.slice(0, 1).map(({ name, standsAs, languages, portrait, language: written, whenThere }) => ({
      ...{ name, standsAs, languages, portrait },
      whenThere: whenThere && written ? { text: whenThere, language: written } : null,
    })),
  )
}

const closedWords = ({ db, city, language }: Reading, slug: string) =>
  db
    .selectFrom('published.closedTexts as t')
    .innerJoin('published.centres as c', join =>
      join.onRef('c.cityId', '=', 't.cityId').onRef('c.id', '=', 't.centreId'),
    )
    .select(['t.words as text', 't.language'])
    .where('c.cityId', '=', city.id)
    .where('c.slug', '=', slug)
    .orderBy(({ eb }) => eb('t.language', '=', language), 'desc')
    .orderBy(({ eb }) => eb('t.language', '=', 'de'), 'desc')
    .orderBy('t.language')
    .limit(1)
    .executeTakeFirst()
