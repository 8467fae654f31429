import { expect, test } from 'vitest'
import { fold, topicsMeant } from './topic-words.ts'

const vocabulary = [
  { topic: 'baby', words: ['Baby', 'Krabbelgruppe', 'Säugling', 'مجموعة رضع'] },
  { topic: 'feeding', words: ['Stillen und Füttern', 'stillen', 'breastfeeding'] },
  { topic: 'movement', words: ['Bewegung', 'Schwimmen', 'سباحة'] },
  { topic: 'forms-and-benefits', words: ['Hilfe beim Antrag', 'Antrag', 'Bürgergeld', 'Wohngeld'] },
] as const

test.each([
  ['Krabbelgruppe', ['baby']],
  ['krabelgruppe', ['baby']],
  ['Krabbel', ['baby']],
  ['Saeugling', ['baby']],
  ['stillen', ['feeding']],
  ['stilen', ['feeding']],
  ['Schwimmen mit Kindern', ['movement']],
  ['Hilfe beim Antrag', ['forms-and-benefits']],
  ['Buergergeld', ['forms-and-benefits']],
  ['Bürgregeld', ['forms-and-benefits']],
  ['breastfeeding', ['feeding']],
  ['سباحه', ['movement']],
  ['مجموعة رضّع', ['baby']],
  ['Bus', []],
  ['ba', []],
  ['', []],
  ['()[]*+?', []],
])('who types %s means %j', (typed, expected) => {
  expect(topicsMeant(typed, vocabulary)).toEqual(expected)
})

test('letters are folded alike in every spelling', () => {
  expect(['Bäder', 'Baeder', 'BADER'].map(fold)).toEqual(['bader', 'bader', 'bader'])
  expect(['أهلًا', 'اهلا'].map(fold)).toEqual(['اهلا', 'اهلا'])
})
