import type { Tx } from '../../platform/database/connect.ts'

type Place = { cityId: string; centreId: string }

/** The way to a centre by language, where it is written. */
export const findDirections = async (
  tx: Tx,
  { cityId, centreId }: Place,
): Promise<Record<string, string>> => {
  const rows = await tx
    .selectFrom('centreTexts')
    .select(['language', 'directions'])
    .where('cityId', '=', cityId)
    .where('centreId', '=', centreId)
    .where('directions', '<>', '')
    .execute()
  return Object.fromEntries(rows.map(({ language, directions }) => [language, directions]))
}

/** Writes the way in the named languages; what else is said of the centre stays as it is. */
export const writeDirections = async (
  tx: Tx,
  { cityId, centreId }: Place,
  byLanguage: Record<string, string>,
) => {
  const texts = Object.entries(byLanguage).map(([language, directions]) => ({
    ...{ cityId, centreId, language, directions },
  }))
  if (texts.length === 0) return
  await tx
    .insertInto('centreTexts')
    .values(texts)
    .onConflict(conflict =>
      conflict
        .columns(['cityId', 'centreId', 'language'])
        .doUpdateSet(({ ref }) => ({ directions: ref('excluded.directions') })),
    )
    .execute()
}
