import { describe, expect, test } from 'vitest'
import { inOwnDirection } from './own-direction.ts'
import { languages, wordingFor } from './wording.ts'

const isolated = (text: string) => `\u2068${text}\u2069`

test.each([
  ['rtl', 'PEKiP (ab 3 Monaten)', true],
  ['rtl', 'Ігрова група', true],
  ['rtl', 'KiEZ Westend', true],
  ['rtl', 'مركز KiEZ', true],
  ['rtl', 'أمينة', false],
  ['rtl', '0611 31-4567', true],
  ['rtl', '+4961131456', true],
  ['rtl', '(0611) 900 090', true],
  ['rtl', 'amina@example.org', true],
  ['rtl', '9:30', false],
  ['rtl', '9:30–11:00', false],
  ['rtl', '12', false],
  ['rtl', 'الاثنين، 23 نوفمبر', false],
  ['rtl', 'https://netz.example.org/ar/my/x', false],
  ['ltr', 'أمينة', true],
  ['ltr', 'Amina', false],
  ['ltr', 'ኣሚና', false],
  ['ltr', '0611 31-4567', false],
  ['ltr', isolated('أمينة'), false],
] as const)('among words that run %s, %s is set apart: %s', (direction, text, is) => {
  expect(inOwnDirection(text, direction)).toBe(is ? isolated(text) : text)
})

describe.each(languages)('in %s', language => {
  const { t, direction } = wordingFor(language, 'Europe/Berlin')
  test('a name of the other direction is set apart in every sentence, one of the same is not', () => {
    const [foreign, own] = direction === 'rtl' ? ['Westend', 'أمينة'] : ['أمينة', 'Westend']
    const sentence = (name: string) => t('wording.hours', { from: name, until: '1' })
    expect(sentence(foreign)).toContain(isolated(foreign))
    expect(sentence(own)).not.toContain('\u2068')
  })
})
