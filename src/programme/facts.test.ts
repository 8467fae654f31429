import { expect, test } from 'vitest'
import { type Language, wordingFor } from '../platform/wording/wording.ts'
import type { AgeSpan } from './age.ts'
import { agesInWords, wantedAgeInWords } from './pages/facts.tsx'

test.each<[Language, AgeSpan, string]>([
  ['ar', { from: 4, until: 10 }, '4–10 أشهر'],
  ['ar', { from: 4, until: 14 }, '4–14 شهرًا'],
  ['ar', { from: 36, until: 72 }, '3–6 سنوات'],
  ['ar', { from: 24, until: 144 }, '2–12 سنة'],
  ['ar', { from: 6, until: 36 }, '6 أشهر – 3 سنوات'],
  ['de', { from: 6, until: 36 }, '6 Monate – 3 Jahre'],
  ['en', { from: 6, until: 36 }, '6 months – 3 years'],
  ['de', { from: 30, until: 60 }, '2,5–5 Jahre'],
])('in %s, the ages %j are said as "%s"', (language, ages, words) => {
  expect(agesInWords(ages, wordingFor(language, 'UTC'))).toBe(words)
})

test.each<[Language, string, string]>([
  ['de', '0m', 'unter 1 Monat'],
  ['ar', '0m', 'أقل من شهر'],
  ['ar', '11m', '11 شهرًا'],
  ['ar', '1y', 'سنة واحدة'],
  ['de', '0-1', '0–1 Jahr'],
  ['ar', '6-10', '6–10 سنوات'],
])('in %s, the age %s of an address is said as "%s"', (language, age, words) => {
  expect(wantedAgeInWords(age, wordingFor(language, 'UTC'))).toBe(words)
})
