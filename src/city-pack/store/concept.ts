import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { ConceptFile } from '../read-concept.ts'
import { insertRows } from './bulk.ts'

export const listVersions = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('conceptVersions')
    .select(['id', 'slug', 'name', sql<Temporal.PlainDate>`lower(valid)`.as('validFrom')])
    .where('cityId', '=', cityId)
    .execute()

type Key = { cityId: string; versionId: string }

/** The version before is valid until the day on which this one begins. */
export const endVersionsBefore = async (tx: Tx, { cityId, versionId }: Key, day: Temporal.PlainDate) => {
  await sql`update concept_versions set valid = daterange(lower(valid), ${day}::date)
    where city_id = ${cityId} and id <> ${versionId}
      and (upper_inf(valid) or upper(valid) > ${day}::date)`.execute(tx)
}

export const writeVersions = (tx: Tx, { cityId, versionId }: Key, heads: readonly ConceptFile['head'][]) =>
  insertRows(
    tx,
    'conceptVersions',
    heads.map(({ version, name, validFrom, source, isExample }) => ({
      ...{ cityId, id: versionId, slug: version, name, source, isExample, valid: `[${validFrom},)` },
    })),
    { by: ['cityId', 'id'] },
  )

/** Articles that the version has no longer; their keys stay. */
export const dropArticles = async (tx: Tx, { cityId, versionId }: Key, keys: string[]) => {
  await sql`delete from concept_version_articles
    where city_id = ${cityId} and version_id = ${versionId} and article_key = any (${keys})`.execute(tx)
}

export type Article = {
  key: string
  position: number
  texts: readonly { language: string; title: string; body: string }[]
}

export const writeArticles = async (tx: Tx, { cityId, versionId }: Key, articles: readonly Article[]) => {
  const keys = articles.map(({ key }) => key)
  await sql`insert into concept_articles select ${cityId}, unnest(${keys}::text[])
    on conflict do nothing`.execute(tx)
  await insertRows(
    tx,
    'conceptVersionArticles',
    articles.map(({ key, position }) => ({ cityId, versionId, articleKey: key, position })),
    { by: ['cityId', 'versionId', 'articleKey'] },
  )
  await sql`delete from concept_article_texts
    where city_id = ${cityId} and version_id = ${versionId} and article_key = any (${keys})`.execute(tx)
  await insertRows(
    tx,
    'conceptArticleTexts',
    articles.flatMap(({ key, texts }) =>
      texts.map(text => ({ cityId, versionId, articleKey: key, ...text })),
    ),
  )
}
