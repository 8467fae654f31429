import { expect, test } from 'vitest'
import { preferredLanguage } from './preferred-language.ts'

const offered = ['de', 'de-simple', 'en', 'tr', 'ar', 'fa', 'ro'] as const

test.each([
  ['', 'de'],
  ['*', 'de'],
  ['tr', 'tr'],
  ['tr-TR', 'tr'],
  ['ar-SY,ar;q=0.9,en;q=0.8', 'ar'],
  ['fr-FR,fr;q=0.9,en;q=0.8', 'en'],
  ['en;q=0.5, ar;q=0.9', 'ar'],
  ['de-simple', 'de-simple'],
  ['de-AT', 'de'],
  ['prs-AF', 'fa'],
  ['mo', 'ro'],
  ['tr;q=0, en', 'en'],
  ['zh-Hant-TW', 'de'],
  [';;q=x,,', 'de'],
])('a browser that asks for %j reads %s', (asked, language) => {
  expect(preferredLanguage(asked, offered)).toBe(language)
})
