import { expect, test } from 'vitest'
import { segmentsOf } from './segments.ts'

test.each<[string, string, number]>([
  ['nothing', '', 1],
  ['160 letters of the GSM alphabet', 'ä'.repeat(160), 1],
  ['one more', 'ä'.repeat(161), 2],
  ['two full parts', 'a'.repeat(306), 2],
  ['and one more', 'a'.repeat(307), 3],
  ['80 letters that take two places', '€'.repeat(80), 1],
  ['81 of them', '€'.repeat(81), 2],
  ['a letter of two places on the seam of two parts', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 3],
  ['70 letters outside of it', 'ı'.repeat(70), 1],
  ['71 of them', 'ı'.repeat(71), 2],
  ['one Arabic letter among German ones', `${'a'.repeat(133)}م`, 2],
  ['Arabic, three parts', 'م'.repeat(135), 3],
  ['35 pictures', '🙂'.repeat(35), 1],
  ['36 pictures', '🙂'.repeat(36), 2],
  ['a picture on the seam', `${'م'.repeat(66)}🙂${'م'.repeat(66)}`, 3],
])('%s', (_, text, parts) => expect(segmentsOf(text)).toBe(parts))
