import type { Context } from '../../identity/index.ts'
import type { PublicKit } from '../kit.ts'

type Reading = Pick<Context, 'db' | 'city' | 'language'>

/** Whether a centre brings kits at all. */
export const bringsKits = async ({ db, city }: Reading, centreId: string) => {
  const row = await db
    .selectFrom('published.doorsteps')
    .select('centreId')
    .where('cityId', '=', city.id)
    .where('centreId', '=', centreId)
    .executeTakeFirst()
  return row !== undefined
}

/** When a centre goes next; undefined without an open round. */
export const findRoundDay = async ({ db, city }: Reading, centreId: string) => {
  const round = await db
    .selectFrom('published.doorstepRounds')
    .select('heldOn')
    .where('cityId', '=', city.id)
    .where('centreId', '=', centreId)
    .$narrowType<{ heldOn: Temporal.PlainDate }>()
    .executeTakeFirst()
  return round?.heldOn
}

/** The kits of a centre with their words in one language: the reader's, German, or the one there is. */
export const listPublicKits = async (
  { db, city, language }: Reading,
  centreId: string,
): Promise<PublicKit[]> => {
  const rows = await db
    .selectFrom('published.doorstepKits as k')
    .innerJoin('published.doorstepKitTexts as t', join =>
      join.onRef('t.cityId', '=', 'k.cityId').onRef('t.kitId', '=', 'k.id'),
    )
    .select(['k.id', 'k.ageFrom', 'k.ageUntil', 'k.leftOver', 'k.isOffered', 't.language', 't.name'])
    .select('t.contents')
    .where('k.cityId', '=', city.id)
    .where('k.centreId', '=', centreId)
    .orderBy('k.id')
    .orderBy(({ eb }) => eb('t.language', '=', language), 'desc')
    .orderBy(({ eb }) => eb('t.language', '=', 'de'), 'desc')
    .orderBy('t.language')
    // A view cannot say that its columns are never null.
    .$narrowType<Omit<PublicKit, 'ages'>>()
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap(texts =>
    texts.slice(0, 1).map(({ ageFrom, ageUntil, ...kit }) => ({
      ...kit,
      ages: { from: ageFrom, until: ageUntil },
    })),
  )
}

/** Kits that hang at doors, by year; years with fewer than five are left out. */
export const listYears = ({ db, city }: Pick<Context, 'db' | 'city'>) =>
  db
    .selectFrom('published.doorstepYears')
    .select(['year', 'kits', 'hasExamples'])
    .where('cityId', '=', city.id)
    .orderBy('year')
    .$narrowType<{ year: number; kits: number; hasExamples: boolean }>()
    .execute()
