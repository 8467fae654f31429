import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { Ages, Kit, KitTexts } from '../kit.ts'

/** The kits of the own centres: those that are offered first. */
export const listKits = async (tx: Tx, cityId: string): Promise<Kit[]> => {
  const rows = await kits(tx, cityId).orderBy('isOffered', 'desc').orderBy('id').execute()
  return withTexts(tx, cityId, rows)
}

export const findKit = async (tx: Tx, cityId: string, id: string): Promise<Kit | undefined> => {
  const rows = await kits(tx, cityId).where('id', '=', id).execute()
  return (await withTexts(tx, cityId, rows))[0]
}

/**
 * The stock of some kits of a centre that are offered, kept locked until the end: who asks meanwhile waits, and then
 * sees what is left. Always in the same order, so that nobody waits in a circle.
 */
export const lockStock = (tx: Tx, cityId: string, centreId: string, ids: readonly string[]) =>
  tx
    .selectFrom('doorstepKits')
    .select(['id', 'stock'])
    .where('cityId', '=', cityId)
    .where('centreId', '=', centreId)
    .where('id', 'in', ids)
    .where('isOffered', '=', true)
    .orderBy('id')
    .forUpdate()
    .execute()

type Whose = CentreRef & { cityId: string; id: string }
type Facts = { ages: Ages; isOffered: boolean; texts: KitTexts }

export const addKit = async (tx: Tx, whose: Whose, { ages, isOffered, texts }: Facts, isExample: boolean) => {
  await tx
    .insertInto('doorstepKits')
    .values({ ...whose, ageFrom: ages.from, ageUntil: ages.until, isOffered, isExample })
    .execute()
  await writeTexts(tx, whose, texts)
}

export const changeKit = async (tx: Tx, whose: Whose, { ages, isOffered, texts }: Facts) => {
  const { cityId, id } = whose
  await tx
    .updateTable('doorstepKits')
    .set({ ageFrom: ages.from, ageUntil: ages.until, isOffered })
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('doorstepKitTexts').where('cityId', '=', cityId).where('kitId', '=', id).execute()
  await writeTexts(tx, whose, texts)
}

/** Fails with 23514 where less than none would be left. */
export const addToStock = (tx: Tx, cityId: string, id: string, more: number) =>
  tx
    .updateTable('doorstepKits')
    .set({ stock: sql`stock + ${more}` })
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .execute()

const kits = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('doorstepKits')
    .select(['id', 'providerId', 'centreId', 'ageFrom', 'ageUntil', 'stock', 'isOffered', 'isExample'])
    .where('cityId', '=', cityId)

type Row = Awaited<ReturnType<ReturnType<typeof kits>['execute']>>[number]

const withTexts = async (tx: Tx, cityId: string, rows: readonly Row[]): Promise<Kit[]> => {
  const texts = await tx
    .selectFrom('doorstepKitTexts')
    .select(['kitId', 'language', 'name', 'contents'])
    .where('cityId', '=', cityId)
    .execute()
  const byKit = Map.groupBy(texts, ({ kitId }) => kitId)
  return rows.map(({ ageFrom, ageUntil, ...kit }) => ({
    ...kit,
    ages: { from: ageFrom, until: ageUntil },
    texts: Object.fromEntries(
      (byKit.get(kit.id) ?? []).map(({ language, name, contents }) => [language, { name, contents }]),
    ),
  }))
}

const writeTexts = async (tx: Tx, { id: kitId, ...whose }: Whose, texts: KitTexts) => {
  const rows = Object.entries(texts).map(([language, said]) => ({ ...whose, kitId, language, ...said }))
  if (rows.length > 0) await tx.insertInto('doorstepKitTexts').values(rows).execute()
}
