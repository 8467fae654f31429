import { expect, test } from 'vitest'
import { fold, topicsMeant, topicWords } from './topic-words.ts'

const vocabulary = [
  topicWords('baby', ['Baby', 'Krabbelgruppe', 'Säugling', 'مجموعة رضع']),
  topicWords('feeding', ['Stillen und Füttern', 'stillen', 'breastfeeding']),
  topicWords('movement', ['Bewegung', 'Schwimmen', 'سباحة']),
  topicWords('forms-and-benefits', ['Hilfe beim Antrag', 'Antrag', 'Bürgergeld', 'Wohngeld']),
]

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
