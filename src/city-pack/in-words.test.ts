import { expect, test } from 'vitest'
import { staffLanguages, staffWordingFor } from '../platform/wording/wording.ts'
import { faultCodes } from './faults.ts'
import { changesInWords, faultInWords, faultsInWords } from './in-words.ts'

const { t } = staffWordingFor('de', 'UTC')
const somewhere = { file: 'dates.csv', line: 12, column: 7 }

test('a fault says where, what and how to mend it', () => {
  const fault = { ...somewhere, code: 'no-such-date' as const, about: { value: '2026-02-30' } }
  expect(faultInWords(fault, t)).toBe(
    'dates.csv:12:7  Den Tag 2026-02-30 gibt es nicht.  Sieh im Kalender nach.',
  )
})

test('a name that is nearly right is suggested', () => {
  const about = { value: 'kiez-westnd', context: 'near', meant: 'kiez-westend' }
  expect(faultInWords({ ...somewhere, code: 'unknown-centre', about }, t)).toBe(
    'dates.csv:12:7  Das Zentrum „kiez-westnd“ gibt es nicht.  Meinst du „kiez-westend“?',
  )
})

test.each(staffLanguages)('every fault can be told in %s', language => {
  const { t } = staffWordingFor(language, 'UTC')
  for (const code of faultCodes) {
    const sentences = faultInWords({ ...somewhere, code, about: {} }, t)
    expect(sentences).not.toContain('cityPack.')
  }
})

test('what only deserves a look comes last', () => {
  const text = faultsInWords(
    [
      { ...somewhere, code: 'no-dates', about: { value: 'pekip' } },
      { ...somewhere, code: 'not-a-time', about: { value: '9 Uhr' } },
    ],
    t,
  )
  expect(text.indexOf('9 Uhr')).toBeLessThan(text.indexOf('1 Hinweis:'))
  expect(text.indexOf('1 Hinweis:')).toBeLessThan(text.indexOf('pekip'))
})

test('only files in which something happened are counted', () => {
  const changes = [
    { file: 'centres.csv', added: 0, changed: 0, removed: 0, unchanged: 10 },
    { file: 'offers.csv', added: 1, changed: 2, removed: 3, unchanged: 4 },
  ]
  expect(changesInWords(changes, t)).toBe(
    '  offers.csv                1 neu, 2 geändert, 3 archiviert, 4 unverändert',
  )
  expect(changesInWords(changes.slice(0, 1), t)).toBe('  Nichts hat sich geändert.')
})
