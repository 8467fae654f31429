import { afterAll, beforeAll, expect, test } from 'vitest'
import { aConcept, inEnglish } from '../../tests/support/concept.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aPack, packNow as now, type PackFiles, swap } from '../../tests/support/small-pack.ts'
import { connect, type Database, type Tx } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { importCityPack } from './import-city-pack.ts'

const database = await databaseForThisFile()
let db: Database
beforeAll(() => {
  db = connect(database.app, { connections: 2 })
})
afterAll(() => db.destroy())

test('a concept comes in with its articles and languages; again it changes nothing', async () => {
  const files = { 'concept.md': aConcept(), 'concept.en.md': inEnglish }
  expect(changeOf(await importing(files))).toMatchObject({ added: 3, unchanged: 0 })
  expect(changeOf(await importing(files))).toMatchObject({ added: 0, changed: 0, removed: 0, unchanged: 3 })
  expect(await texts()).toEqual(['de Beratung', 'de Bildung', 'en Education'])
})

test('a word that changed changes that one article', async () => {
  const files = { 'concept.md': swap('Reden.', 'Zuhören.')(aConcept()), 'concept.en.md': inEnglish }
  expect(changeOf(await importing(files))).toMatchObject({ changed: 1, unchanged: 2 })
})

test('a pack without a concept leaves the one that is there', async () => {
  await importing({})
  expect(await texts()).toHaveLength(3)
})

test('a new version ends the old one, and an offer goes on pointing to its article', async () => {
  await inCity(tx =>
    tx
      .insertInto('offerArticles')
      .columns(['cityId', 'providerId', 'centreId', 'offerId', 'articleKey'])
      .expression(eb =>
        eb
          .selectFrom('offers')
          .select(['cityId', 'providerId', 'centreId', 'id', eb.val('beratung').as('articleKey')])
          .limit(1),
      )
      .execute(),
  )
  const second = aConcept({ version: 'zweite', name: 'Zweite Fassung', from: '2026-07-01' })
  expect(await importing({ 'concept.md': second })).toMatchObject({ outcome: 'imported' })
  expect(await versions()).toEqual(['erste [2026-01-01,2026-07-01)', 'zweite [2026-07-01,)'])
  expect(await inCity(tx => tx.selectFrom('offerArticles').select('articleKey').execute())).toEqual([
    { articleKey: 'beratung' },
  ])
})

test('a version that begins before the one that is there is refused, and nothing changes', async () => {
  const early = aConcept({ version: 'dritte', from: '2026-03-01' })
  const result = await importing({ 'concept.md': early })
  expect(result).toMatchObject({ faults: [{ file: 'concept.md', code: 'concept-later' }] })
  expect(await versions()).toHaveLength(2)
})

test('two versions are never valid on one day, whoever writes them', async () => {
  const second = inCity(tx =>
    tx.updateTable('conceptVersions').set({ valid: '[2026-01-01,)' }).where('slug', '=', 'zweite').execute(),
  )
  await expect(second).rejects.toThrow(/concept_versions_city_id_valid_key/)
})

const importing = async (files: PackFiles) => importCityPack({ db, folder: await aPack(files), now })

const changeOf = (result: Awaited<ReturnType<typeof importing>>) =>
  'changes' in result ? result.changes.find(({ file }) => file === 'concept.md') : result

const inCity = async <Result>(work: (tx: Tx) => Promise<Result>) => {
  const { id } = await db.selectFrom('cities').select('id').executeTakeFirstOrThrow()
  return inTransaction({ db, scope: { kind: 'system', city: id } }, work)
}

const versions = async () => {
  const rows = await inCity(tx =>
    tx.selectFrom('conceptVersions').select(['slug', 'valid']).orderBy('valid').execute(),
  )
  return rows.map(({ slug, valid }) => `${slug} ${valid}`)
}

const texts = async () => {
  const rows = await inCity(tx =>
    tx.selectFrom('conceptArticleTexts').select(['language', 'title']).execute(),
  )
  return rows.map(({ language, title }) => `${language} ${title}`).sort()
}
