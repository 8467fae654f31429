import { expect, test } from 'vitest'
import { centsFrom, eurosOf } from './euros.ts'

test.each([
  ['5', 500],
  ['5,5', 550],
  ['5.50 €', 550],
  ['0,05', 5],
  ['٥٫٥٠', 550],
  ['', undefined],
  ['-5', undefined],
  ['5,555', undefined],
  ['12345', undefined],
  ['five', undefined],
])('%j is %j cents', (text, cents) => {
  expect(centsFrom(text)).toBe(cents)
})

test('what a field shows is read again as the same', () => {
  expect([5, 550, 99_999].map(cents => centsFrom(eurosOf(cents)))).toEqual([5, 550, 99_999])
})
