import { expect, test } from 'vitest'
import { mobileNumber } from './mobile-number.ts'

test.each<[string, string, string | undefined]>([
  ['0171 3920012', 'DE', '+491713920012'],
  ['+49 171 3920012', 'DE', '+491713920012'],
  ['0049-171/3920012', 'DE', '+491713920012'],
  ['+49 (0) 176 04069012', 'DE', '+4917604069012'],
  ['01520 0123456', 'DE', '+4915200123456'],
  ['0611 313131', 'DE', undefined],
  ['+49 611 313131', 'DE', undefined],
  ['0900 1234567', 'DE', undefined],
  ['171 3920012', 'DE', undefined],
  ['0171 39', 'DE', undefined],
  ['+380 67 1234567', 'DE', undefined],
  ['+882 16 123456', 'DE', undefined],
  ['0664 1234567', 'AT', '+436641234567'],
  ['079 123 45 67', 'CH', '+41791234567'],
  ['0171 3920012', 'FR', undefined],
])('%s in %s: %s', (typed, country, number) => expect(mobileNumber(typed, country)).toBe(number))
