import { expect, test } from 'vitest'
import { stateOf } from './translation.ts'
import { whatChanged } from './what-changed.ts'

const byHand = { isByMachine: false, sourceVersion: 3 }

test.each([
  ['missing', undefined, false],
  ['in-work', undefined, true],
  ['up-to-date', byHand, false],
  ['outdated', { ...byHand, sourceVersion: 2 }, false],
  ['in-work', { ...byHand, sourceVersion: 2 }, true],
  ['machine', { ...byHand, isByMachine: true }, false],
  ['outdated', { isByMachine: true, sourceVersion: 1 }, false],
])('a translation is %s', (state, shown, isBegun) => {
  expect(stateOf({ shown, isBegun }, 3)).toBe(state)
})

test('what changed is shown word by word', () => {
  expect(whatChanged('Wir singen am Montag.', 'Wir tanzen am Montag.')).toEqual([
    { words: 'Wir ', is: 'same' },
    { words: 'singen', is: 'gone' },
    { words: 'tanzen', is: 'new' },
    { words: ' am Montag.', is: 'same' },
  ])
})
