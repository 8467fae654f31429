import { describe, expect, test } from 'vitest'
import { fieldWords } from './field-words.ts'
import { inLatinLetters } from './latin-letters.ts'
import { wordsMeant } from './meant-words.ts'

describe('who looks for a Krabbelgruppe', () => {
  test.each([
    ...['Krabbelgruppe', 'Krabelgruppe', 'krabelgrupe', 'Spielgruppe', 'eltern kind gruppe'],
    ...[
      'playgroup',
      'play group',
      'oyun grubu',
      'OYUN GRUBU',
      'oyun gurubu',
      'ігрова група',
      'igrova grupa',
      'ihrova hrupa',
    ],
    ...[
      'игровая группа',
      'igrovaya gruppa',
      'grupa zabaw',
      'grup de joaca',
      'игрова група',
      'گروه بازی',
      'گروه بازي',
    ],
    ...['مجموعة لعب', 'مجموعه لعب', 'ጉጅለ ጸወታ', 'groupe de jeu', 'ігрова група для дитини'],
  ])('may type %s', typed => {
    expect(wordsMeant(typed).german).toContain('Krabbelgruppe')
  })
})

test.each([
  ['кафе для батьків', 'Elterncafé'],
  ['sage femme', 'Hebamme'],
  ['emzirme', 'Stillen'],
  ['کلاس آلمانی', 'Deutsch'],
  ['заявление', 'Antrag'],
  ['ዕዮ ገዛ', 'Hausaufgaben'],
  ['przedszkole', 'Kita'],
  ['dads group', 'Väter'],
  ['masal saati', 'Vorlesen'],
])('%s means %s', (typed, german) => {
  expect(wordsMeant(typed).german).toContain(german)
})

test.each(['', 'ab', 'Bus', 'Gruppe', 'Quantenphysik', '(((', 'Spiel'])(
  '%j means nothing in particular',
  typed => {
    expect(wordsMeant(typed)).toEqual({ german: [], topics: [] })
  },
)

test('every entry has words in every language', () => {
  for (const { words } of fieldWords)
    for (const inOne of Object.values(words)) expect(inOne.filter(Boolean).length).toBeGreaterThan(0)
})

test('only Cyrillic is spelled in Latin letters', () => {
  expect(inLatinLetters('Ігрова група')).toEqual(['igrova grupa', 'ihrova hrupa'])
  expect(inLatinLetters('oyun')).toEqual([])
})
