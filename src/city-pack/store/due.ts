import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { due, RowOf } from '../tables.ts'
import { insertRows } from './bulk.ts'
import { type Ids, idOf } from './map.ts'

export const findDueIds = async (tx: Tx, cityId: string): Promise<Map<string, string>> => {
  const rows = await tx.selectFrom('dueMatters').select(['id', 'slug']).where('cityId', '=', cityId).execute()
  return new Map(rows.map(({ slug, id }) => [slug, id]))
}

export const writeDue = async (
  tx: Tx,
  cityId: string,
  rows: readonly RowOf<typeof due>[],
  languages: readonly string[],
  ids: Ids,
) => {
  await insertRows(
    tx,
    'dueMatters',
    rows.map(row => ({
      ...{ cityId, id: idOf(ids, row.id), slug: row.id },
      ...{ fromMonths: row.from_months, untilMonths: row.until_months },
      ...{ source: row.source, sourceUrl: row.source_url, checkedOn: row.checked_on },
    })),
    { by: ['cityId', 'id'] },
  )
  const changed = rows.map(row => idOf(ids, row.id))
  await sql`delete from due_matter_texts where city_id = ${cityId} and matter_id = any (${changed}::uuid[])`.execute(
    tx,
  )
  await insertRows(
    tx,
    'dueMatterTexts',
    rows.flatMap(row =>
      languages.flatMap(language => {
        const title = row.texts.title?.[language] ?? ''
        const body = row.texts.body?.[language] ?? ''
        return title === '' ? [] : [{ cityId, matterId: idOf(ids, row.id), language, title, body }]
      }),
    ),
  )
}

export const deleteDue = async (tx: Tx, cityId: string, slugs: string[]) => {
  await sql`delete from due_matters where city_id = ${cityId} and slug = any (${slugs}::text[])`.execute(tx)
}
