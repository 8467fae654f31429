import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { Thing, ThingFacts } from '../thing.ts'

/** The things of the own centres that are in use, by name. */
export const listThings = async (tx: Tx, cityId: string): Promise<Thing[]> => {
  const rows = await things(tx, cityId)
    .where('isArchived', '=', false)
    .orderBy(sql`(select name collate "de-x-icu" from lending_thing_texts w where w.city_id = lending_things.city_id
      and w.thing_id = lending_things.id and w.language = 'de')`)
    .orderBy('slug')
    .execute()
  return withTexts(tx, cityId, rows)
}

export const findThing = async (tx: Tx, cityId: string, id: string): Promise<Thing | undefined> => {
  const rows = await things(tx, cityId).where('id', '=', id).execute()
  return (await withTexts(tx, cityId, rows))[0]
}

/** Keeps everybody else from promising pieces of a thing until the end; whoever waits then sees what is left. */
export const lockThing = async (tx: Tx, cityId: string, id: string) => {
  await sql`select 1 from lending_things where city_id = ${cityId} and id = ${id} for no key update`.execute(
    tx,
  )
}

type Place = CentreRef & { cityId: string; id: string }

/** Writes a thing down unless its name in addresses is taken, and says whether it did. */
export const addThing = async (tx: Tx, place: Place, { texts, ...facts }: ThingFacts & { slug: string }) => {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('lendingThings')
    .values({ ...place, ...facts })
    .onConflict(conflict => conflict.columns(['cityId', 'slug']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return false
  await writeTexts(tx, place, texts)
  return true
}

/** Fails with `never_more_out_than_there_are` where fewer pieces would be left than are out. */
export const changeThing = async (tx: Tx, place: Place, { texts, ...facts }: ThingFacts) => {
  const { cityId, id } = place
  await tx.updateTable('lendingThings').set(facts).where('cityId', '=', cityId).where('id', '=', id).execute()
  await tx.deleteFrom('lendingThingTexts').where('cityId', '=', cityId).where('thingId', '=', id).execute()
  await writeTexts(tx, place, texts)
}

/** Out of use: nobody finds it any more, and who has it stays known until it is back. */
export const archiveThing = (tx: Tx, cityId: string, id: string) =>
  tx
    .updateTable('lendingThings')
    .set({ isArchived: true, isOffered: false })
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .execute()

const writeTexts = async (tx: Tx, { id: thingId, ...whose }: Place, texts: ThingFacts['texts']) => {
  const words = Object.entries(texts).flatMap(([language, text]) =>
    text.name === '' ? [] : [{ ...whose, ...text, thingId, language }],
  )
  if (words.length > 0) await tx.insertInto('lendingThingTexts').values(words).execute()
}

const things = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('lendingThings')
    .select(['id', 'providerId', 'centreId', 'slug', 'pieces', 'piecesOut', 'depositCents', 'mostDays'])
    .select(['isOffered', 'isExample'])
    .where('cityId', '=', cityId)

type Row = Omit<Thing, 'texts'>

const withTexts = async (tx: Tx, cityId: string, rows: readonly Row[]): Promise<Thing[]> => {
  if (rows.length === 0) return []
  const texts = await tx
    .selectFrom('lendingThingTexts')
    .select(['thingId', 'language', 'name', 'about', 'rules'])
    .where('cityId', '=', cityId)
    .where(
      'thingId',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  const byThing = Map.groupBy(texts, ({ thingId }) => thingId)
  return rows.map(row => ({
    ...row,
    texts: Object.fromEntries(
      (byThing.get(row.id) ?? []).map(({ thingId: _, language, ...text }) => [language, text]),
    ),
  }))
}
