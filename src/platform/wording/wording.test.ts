import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refuseStaffSentences } from '../../../tests/support/staff-sentences.ts'
import { familiesSentences } from './sentences.ts'
import { directionOf, nameOfLanguage, spokenTag, staffWordingFor, wordingFor } from './wording.ts'

const zone = 'Europe/Berlin'

test.each([
  ['de', 'Deutsch', 'de', 'ltr'],
  ['de-simple', 'Leichte Sprache', 'de', 'ltr'],
  ['fa', 'فارسی', 'fa', 'rtl'],
  ['ti', 'ትግርኛ', 'ti', 'ltr'],
])('%s is called %s, is read aloud as %s, and runs %s', (language, name, spoken, direction) => {
  expect(nameOfLanguage(language)).toBe(name)
  expect(spokenTag(language)).toBe(spoken)
  expect(directionOf(language)).toBe(direction)
})

test('those who work here read the sentences of both halves', () => {
  const { t } = staffWordingFor('en', zone)
  expect(t('app.staffNavigation.programme')).toBe('Programme')
  expect(t('app.navigation.centres')).toBe('Centres')
})

describe('a sentence of the other half on a page for families', () => {
  beforeAll(() => void familiesSentences.off('missingKey'))
  afterAll(refuseStaffSentences)

  test('is read in German, filled in, rather than as a key', () => {
    const { t } = wordingFor('ar', zone)
    expect(t('app.alarm.duty', { job: 'letters', lastAt: 'gestern' })).toMatch(/letters.*gestern/)
  })

  test('is found by the tests', () => {
    refuseStaffSentences()
    const { t } = wordingFor('ar', zone)
    expect(() => t('app.alarm.title')).toThrow('Families do not read app.alarm.title in ar')
    expect(t('app.navigation.centres')).toBe('المراكز')
  })
})
