import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Term } from './term.ts'

export type StoredTerm = Term & { id: string }

export const listTerms = async (tx: Tx, cityId: string, language: string) => {
  const { rows } = await sql<StoredTerm>`
    select id, german, said from glossary_terms
    where city_id = ${cityId} and language = ${language}
    order by german collate "de-x-icu"`.execute(tx)
  return rows
}

/** How many others there are: a word that is called otherwise makes the list no longer. */
export const countOtherTerms = async (tx: Tx, cityId: string, language: string, german: string) => {
  const { count } = await tx
    .selectFrom('glossaryTerms')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('cityId', '=', cityId)
    .where('language', '=', language)
    .where(sql`lower(german)`, '<>', sql`lower(${german})`)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** A word that is on the list already is called otherwise from now on. */
export const writeTerm = async (tx: Tx, cityId: string, language: string, { german, said }: Term) => {
  const { rows } = await sql<{ id: string }>`
    insert into glossary_terms (city_id, language, german, said)
    values (${cityId}, ${language}, ${german}, ${said})
    on conflict (city_id, language, lower(german))
      do update set german = excluded.german, said = excluded.said
    returning id`.execute(tx)
  const [term] = rows
  if (!term) throw new Error('A term that is written has an id')
  return term.id
}

export const deleteTerm = async (tx: Tx, cityId: string, id: string) => {
  const { numDeletedRows } = await tx
    .deleteFrom('glossaryTerms')
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
