import { expect, test } from 'vitest'
import { type EasyRule, easyRules, findingsIn, lineByLine } from './easy-german.ts'
import { wordingFor } from './wording.ts'

const broken: [EasyRule, string, string][] = [
  ['abbreviation', 'Bringen Sie z. B. Obst mit.', 'z. B.'],
  ['abbreviation', 'Wir sind ca. 10 Eltern.', 'ca.'],
  ['abbreviation', 'Das Treffen ist am Mo. um 10 Uhr.', 'Mo.'],
  ['abbreviation', 'Die AWO hilft Ihnen.', 'AWO'],
  ['negation', 'Das kostet nichts.', 'nichts'],
  ['negation', 'Sie brauchen keine Papiere.', 'keine'],
  ['negation', 'Niemand fragt nach Ihrem Namen.', 'Niemand'],
  ['negation', 'Kommen Sie ohne Termin.', 'ohne'],
  ['conjunctive', 'Das wäre schön.', 'wäre'],
  ['conjunctive', 'Sie könnten kommen.', 'könnten'],
  ['passive', 'Sie werden angerufen.', 'Sie werden angerufen.'],
  ['passive', 'Ihr Platz wird bestätigt.', 'Ihr Platz wird bestätigt.'],
  ['passive', 'Das Essen wurde gekocht.', 'Das Essen wurde gekocht.'],
  ['genitive', 'Das ist der Name des Kindes.', 'des Kindes'],
  ['genitive', 'Das ist die Tür eines großen Hauses.', 'eines großen Hauses'],
  ['genitive', 'Wegen Regen ist das Treffen drinnen.', 'Wegen'],
  [
    'long-sentence',
    'Wir singen und wir tanzen und wir basteln und wir essen und wir reden viel.',
    'Wir singen und wir tanzen und wir basteln und wir essen und wir reden viel.',
  ],
  ['several-sentences', 'Wir singen. Kommen Sie?', 'Wir singen. Kommen Sie?'],
  ['long-word', 'Hier ist die Erziehungsberatung.', 'Erziehungsberatung'],
  ['special-character', 'Eltern (und Kinder) kommen.', '('],
  ['special-character', 'Eltern & Kinder kommen.', '&'],
]

test.each(broken)('%s: %s', (rule, text, words) => {
  expect(findingsIn(text)).toContainEqual({ rule, line: 1, words })
})

test('every rule has a sentence that breaks it', () => {
  expect([...new Set(broken.map(([rule]) => rule))].toSorted()).toEqual(easyRules.toSorted())
})

test.each([
  ['Ist es voll? Dann warten Sie.', 'Ist es voll?\nDann warten Sie.'],
  ['Bis {{day}}. Dann löschen wir alles.', 'Bis {{day}}.\nDann löschen wir alles.'],
  ['Drücken Sie: „Weiter“. {{name}} hilft.', 'Drücken Sie: „Weiter“.\n{{name}} hilft.'],
  ['Am 3. Dezember um 9:30 Uhr', 'Am 3. Dezember um 9:30 Uhr'],
  ['Kommen Sie!', 'Kommen Sie!'],
])('each sentence of %j begins a line', (template, lines) => {
  expect(lineByLine(template)).toBe(lines)
})

test('every sentence that families read in Leichte Sprache begins a line', () => {
  const { t } = wordingFor('de-simple', 'Europe/Berlin')
  expect(t('household.erase.stays').split('\n').length).toBeGreaterThan(3)
  expect(findingsIn(t('household.erase.stays')).map(({ rule }) => rule)).not.toContain('several-sentences')
})

test.each([
  'Hier können Sie spielen.',
  'Kommen Sie am Montag um 9:30 Uhr.',
  'Am 3. Dezember ist das Treffen.',
  'Das Wetter wird schön.',
  'Sie werden viel Spaß haben.',
  'Ein Berater hilft Ihnen: die Eltern-Beratung.',
  'Schreiben Sie an elternberatung@kinderzentrum-wiesbaden.de',
  'Wir schicken Ihnen eine SMS.',
  'Das Haus hat einen Aufzug.\nDas Treffen kostet 0 Euro.',
  'Eines ist wichtig: Kommen Sie!',
  '',
])('nothing is wrong with %j', text => {
  expect(findingsIn(text)).toEqual([])
})

test('a finding names its line', () => {
  expect(findingsIn('Wir singen.\n\nDas ist nicht teuer.')).toEqual([
    { rule: 'negation', line: 3, words: 'nicht' },
  ])
})
