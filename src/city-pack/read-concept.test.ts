import { describe, expect, test } from 'vitest'
import { aConcept, inEnglish } from '../../tests/support/concept.ts'
import { aPack, faultsIn, type PackFiles, swap } from '../../tests/support/small-pack.ts'
import { readPack } from './read-pack.ts'

test('articles are known by their keys, with paragraphs and translations', async () => {
  const pack = await readPack(await aPack({ 'concept.md': aConcept(), 'concept.en.md': inEnglish }), [])
  expect(pack?.concept?.head).toMatchObject({ version: 'erste', name: 'Erste Fassung', isExample: true })
  expect(pack?.concept?.articles).toMatchObject([
    { key: 'bildung', title: 'Bildung', body: 'Lernen.\n\nSpielen.' },
    { key: 'beratung', title: 'Beratung', body: 'Reden.' },
  ])
  expect(pack?.conceptTranslations).toMatchObject([
    { language: 'en', version: 'erste', articles: [{ key: 'bildung', title: 'Education' }] },
  ])
})

describe('a fault is told at its line', () => {
  const concept = (change: (text: string) => string): PackFiles => ({ 'concept.md': change(aConcept()) })
  const english = (change: (text: string) => string): PackFiles => ({
    'concept.md': aConcept(),
    'concept.en.md': change(inEnglish),
  })
  test.each<[string, PackFiles, string]>([
    ['no head', { 'concept.md': '## Bildung {#bildung}\n\nLernen.\n' }, 'concept.md:1 head-missing'],
    ['a head that never ends', { 'concept.md': '---\nversion: a\n' }, 'concept.md:1 head-missing'],
    ['a fact is missing', concept(swap('name: Erste Fassung\n', '')), 'concept.md:1 missing-field'],
    ['a fact nobody knows', concept(swap('name:', 'Name:')), 'concept.md:3 unknown-field'],
    ['a word every object has', concept(swap('name:', 'constructor:')), 'concept.md:3 unknown-field'],
    ['a day there is not', concept(swap('2026-01-01', '2026-02-30')), 'concept.md:4 no-such-date'],
    ['maybe an example', concept(swap('yes', 'maybe')), 'concept.md:6 not-yes-or-no'],
    ['no id', concept(swap(' {#beratung}', '')), 'concept.md:15 article-without-id'],
    ['an id twice', concept(swap('{#beratung}', '{#bildung}')), 'concept.md:15 duplicate-id'],
    ['no text', concept(swap('Reden.', '')), 'concept.md:15 empty-article'],
    ['text before the first', concept(swap('---\n\n', '---\nHallo\n')), 'concept.md:8 text-outside-articles'],
    ['no article', concept(text => text.slice(0, text.indexOf('##'))), 'concept.md:9 no-articles'],
    ['another version translated', english(swap('erste', 'zweite')), 'concept.en.md:1 other-version'],
    ['an article of no version', english(swap('#bildung', '#buildung')), 'concept.en.md:5 unknown-article'],
  ])('%s', async (_, files, expected) => {
    const faults = await faultsIn(files)
    expect(faults.map(fault => fault.split(' ‹')[0])).toContain(expected)
  })
})
