import { inTransaction } from '../../src/platform/database/transaction.ts'
import type { Town } from './town.ts'

/** A concept of two articles as a city pack has it. */
export const aConcept = ({ version = 'erste', name = 'Erste Fassung', from = '2026-01-01' } = {}) => `---
version: ${version}
name: ${name}
valid-from: ${from}
source: Test
example: yes
---

## Bildung {#bildung}

Lernen.

Spielen.

## Beratung {#beratung}

Reden.
`

/** One of its articles in English. */
export const inEnglish = `---
version: erste
---

## Education {#bildung}

Learning.
`

/** The same in the database of a town: education in two languages, counselling in German alone. */
export const someConcept = ({ city, contextOf }: Town) =>
  inTransaction(contextOf({ kind: 'system' }), async tx => {
    const cityId = city.id
    const head = { slug: 'erste', name: 'Erste Fassung', source: 'Test', isExample: true }
    const { id: versionId } = await tx
      .insertInto('conceptVersions')
      .values({ ...head, cityId, valid: '[2026-01-01,)' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const keys = ['bildung', 'beratung']
    await tx
      .insertInto('conceptArticles')
      .values(keys.map(articleKey => ({ cityId, articleKey })))
      .execute()
    await tx
      .insertInto('conceptVersionArticles')
      .values(keys.map((articleKey, index) => ({ cityId, versionId, articleKey, position: index + 1 })))
      .execute()
    const text = (articleKey: string, language: string, title: string, body: string) => ({
      ...{ cityId, versionId, articleKey, language, title, body },
    })
    await tx
      .insertInto('conceptArticleTexts')
      .values([
        text('bildung', 'de', 'Bildung', 'Lernen.\n\nSpielen.'),
        text('bildung', 'ar', 'التعليم', 'نتعلم.'),
        text('beratung', 'de', 'Beratung', 'Reden.'),
      ])
      .execute()
  })
