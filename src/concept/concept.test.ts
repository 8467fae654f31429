import { expect, test } from 'vitest'
import { lifeOf, paragraphsOf, stateOn, wordsIn } from './concept.ts'

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

test.each([
  ['to-come', '2025-12-31'],
  ['valid', '2026-01-01'],
  ['valid', '2026-06-30'],
  ['over', '2026-07-01'],
])('a version for the first half of 2026 is %s on %s', (state, day) => {
  const version = {
    validFrom: Temporal.PlainDate.from('2026-01-01'),
    endedOn: Temporal.PlainDate.from('2026-07-01'),
  }
  expect(stateOn(Temporal.PlainDate.from(day), version)).toBe(state)
})

test('an empty line parts paragraphs, a line end does not', () => {
  expect(paragraphsOf('Lernen\nund\n\nSpielen.')).toEqual(['Lernen\nund', 'Spielen.'])
})
