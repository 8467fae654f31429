import { describe, expect, test } from 'vitest'
import { ageIn } from './age-words.ts'

describe('an age that was typed', () => {
  test.each([
    ['Krabbelgruppe 2 Jahre', '2y', 'Krabbelgruppe'],
    ['Turnen ab 3 Jahren', '3y', 'Turnen'],
    ['zweijährige', '2y', ''],
    ['2-jährig Basteln', '2y', 'Basteln'],
    ['1-3 Jahre', '1-3', ''],
    ['1 bis 3 Jahre Singen', '1-3', 'Singen'],
    ['Babygruppe 7 Monate', '7m', 'Babygruppe'],
    ['18m', '18m', ''],
    ['playgroup 2 years old', '2y', 'playgroup'],
    ['2-year-old', '2y', ''],
    ['2 yaşında oyun', '2y', 'oyun'],
    ['iki yaş', '2y', ''],
    ['6 aylık', '6m', ''],
    ['لعب سنتين', '2y', 'لعب'],
    ['لعب عمره ٣ سنوات', '3y', 'لعب'],
    ['شهرين', '2m', ''],
    ['6 أشهر', '6m', ''],
    ['гурток 4 роки', '4y', 'гурток'],
    ['для 5 лет рисование', '5y', 'рисование'],
    ['8 месяцев', '8m', ''],
    ['2-latek zabawa', '2y', 'zabawa'],
    ['dwa lata', '2y', ''],
    ['5 miesięcy', '5m', ''],
    ['joacă 2 ani', '2y', 'joacă'],
    ['9 luni', '9m', ''],
    ['2 години', '2y', ''],
    ['۲ ساله', '2y', ''],
    ['دو ساله بازی', '2y', 'بازی'],
    ['2 ዓመት', '2y', ''],
    ['6 ወርሒ', '6m', ''],
    ['jeux 2 ans', '2y', 'jeux'],
    ['10 mois', '10m', ''],
  ])('%s means %s', (typed, age, left) => {
    expect(ageIn(typed)).toEqual({ age, left })
  })

  test.each([
    'Krabbelgruppe',
    '50 Jahre KiEZ',
    '2 Mal die Woche',
    'Gruppe 2',
    '3-1 Jahre',
    '0 Jahre',
    'Jahreszeiten',
    'année',
  ])('%s names no age of a child', typed => {
    expect(ageIn(typed)).toBeUndefined()
  })
})
