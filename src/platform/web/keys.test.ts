import { expect, test } from 'vitest'
import { countingCodeFrom, hashOfKey, isTypedCode } from './keys.ts'

test.each([
  ['as it stands on paper', 'K7M-4TP-9XD'],
  ['with small letters and spaces', 'k7m 4tp 9xd'],
  ['with Arabic digits', 'K٧M-٤TP-٩XD'],
  ['with Persian digits', 'K۷M-۴TP-۹XD'],
  ['with a sign of direction, as it is copied from Arabic words', '\u2066K7M-4TP-9XD\u2069'],
])('a code typed %s is the same code', (_, typed) => {
  expect(isTypedCode(typed)).toBe(true)
  expect(hashOfKey(typed)).toEqual(hashOfKey('K7M4TP9XD'))
})

test('so is one that only counts', () => {
  expect(countingCodeFrom('K٧M-۲PX')).toBe('K7M2PX')
})
