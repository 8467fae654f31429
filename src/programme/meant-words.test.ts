import { describe, expect, test } from 'vitest'
import { fieldWords } from './field-words.ts'
import { inLatinLetters } from './latin-letters.ts'
import { wordsMeant } from './meant-words.ts'

describe('who looks for a Krabbelgruppe', () => {
  test.each([
    ['the issue', 'ігрова група|مجموعة لعب|oyun grubu|playgroup|Krabelgruppe'],
    [
      'de',
      'Krabbelgruppe|Grabbelgruppe|krabelgrupe|Krabbelguppe|krabbel gruppe|Spielgruppe|spilgruppe|babygrupe',
    ],
    ['de-simple', 'Krabbel-Gruppe|Eltern-Kind-Gruppe|eltern kind gruppe|Spiel-Gruppe'],
    ['en', 'play group|plagroup|toddler group|todler group|baby group|mother and baby group'],
    ['tr', 'OYUN GRUBU|oyun gurubu|oyungrubu|oyun grup|bebek grubu|çocuk oyun grubu|cocuk oyun grubu'],
    ['ar', 'مجموعه لعب|مجموعة اللعب|مجموعة ألعاب|مجموعه العاب|مجموعة لعب للأطفال'],
    ['ar in Latin letters', 'majmuat laeb|majmu3at la3eb|majmouat laeb|majmoat laab|majmuat alaab'],
    ['uk', 'ігрова група для дитини|ігрова гурпа|igrova grupa|ihrova hrupa'],
    ['ru', 'игровая группа|игровая група|игравая группа|igrovaya gruppa|igrovaja gruppa'],
    ['pl', 'grupa zabaw|grupa zabaf|grupa zabawowa|klub malucha'],
    ['ro', 'grup de joacă|grup de joaca|grupa de joaca|grup joaca'],
    ['bg', 'игрова група|играва група|igrova grupa'],
    ['fa', 'گروه بازی|گروه بازي|گروه‌بازی'],
    ['fa in Latin letters', 'goruh bazi|gorooh bazi|guruh bazi|goroh bazi'],
    ['ti', 'ጉጅለ ጸወታ|ጉጅለ ፀወታ|ጸወታ ጉጅለ'],
    ['ti in Latin letters', 'gujle tsewata|gujile tsewata|gujle tsawata|gujle tsewta'],
    ['fr', 'groupe de jeu|groupe de jeux|group de jeu|groupe jeux|groupe de jue'],
  ])('%s: may type %s', (_, typed) => {
    const missed = typed.split('|').filter(one => !wordsMeant(one).german.includes('Krabbelgruppe'))
    expect(missed).toEqual([])
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
  ['qabila', 'Hebamme'],
  ['polozna', 'Hebamme'],
  ['rida3a', 'Stillen'],
  ['shirdehi', 'Stillen'],
  ['kurs almani', 'Deutsch'],
  ['kwankwa jermen', 'Deutsch'],
  ['darkhast', 'Antrag'],
  ['rawda', 'Kita'],
  ['detskij sad', 'Kita'],
  ['zlobek', 'Kita'],
  ['wajibat', 'Hausaufgaben'],
  ['abotat', 'Väter'],
  ['قصة', 'Vorlesen'],
])('%s means %s', (typed, german) => {
  expect(wordsMeant(typed).german).toContain(german)
})

test.each(
  'ab|Bus|Gruppe|Quantenphysik|(((|Spiel|Musik|Massage|Basteln|Kochen|Yoga|Nähen|Turnen|Flohmarkt|Kleider|U3'.split(
    '|',
  ),
)('%j means nothing in particular', typed => {
  expect(wordsMeant(typed)).toEqual({ german: [], topics: [] })
})

test('every entry has words in every language', () => {
  for (const { words } of fieldWords)
    for (const inOne of Object.values(words)) expect(inOne.filter(Boolean).length).toBeGreaterThan(0)
})

test('only Cyrillic is spelled in Latin letters', () => {
  expect(inLatinLetters('Ігрова група')).toEqual(['igrova grupa', 'ihrova hrupa'])
  expect(inLatinLetters('oyun')).toEqual([])
})
