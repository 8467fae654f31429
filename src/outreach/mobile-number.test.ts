import { expect, test } from 'vitest'
import { isBrokenMobileNumber, mobileNumber } from './mobile-number.ts'

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

test.each<[string, string, boolean]>([
  ['0151 1234', 'DE', true],
  ['+49 171 392001234', 'DE', true],
  ['0171 3920012', 'DE', false],
  ['0611 3131', 'DE', false],
  ['0079 5551234', 'DE', false],
  ['079 123 45', 'CH', true],
  ['0662 8072', 'AT', false],
])('%s in %s is a mobile number with wrong digits: %s', (typed, country, isBroken) =>
  expect(isBrokenMobileNumber(typed, country)).toBe(isBroken),
)
