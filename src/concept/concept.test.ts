import { expect, test } from 'vitest'
import { lifeOf, paragraphsOf, wordsIn } from './concept.ts'

test('an article lives in the offers of each centre that point to it', () => {
  const uses = [
    { articleKey: 'bildung', centreId: 'westend', offers: 3 },
    { articleKey: 'bildung', centreId: 'dotzheim', offers: 1 },
    { articleKey: 'beratung', centreId: 'westend', offers: 2 },
  ]
  expect(lifeOf(uses, 'bildung')).toEqual({ offers: 4, centres: 2 })
  expect(lifeOf(uses, 'austausch')).toEqual({ offers: 0, centres: 0 })
})

test.each([
  ['the language that is read', 'ar', 'ar'],
  ["the city's first, where it is not written", 'en', 'de'],
])('words come in %s', (_, read, expected) => {
  const texts = [{ language: 'ar' }, { language: 'de' }]
  expect(wordsIn(read, ['de', 'en', 'ar'], texts)).toEqual({ language: expected })
})

test('an empty line parts paragraphs, a line end does not', () => {
  expect(paragraphsOf('Lernen\nund\n\nSpielen.')).toEqual(['Lernen\nund', 'Spielen.'])
})
