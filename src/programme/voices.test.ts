import { expect, test } from 'vitest'
import { voiceFor } from './voices.ts'

const own = (lang: string) => ({ lang, localService: true })
const elsewhere = (lang: string) => ({ lang, localService: false })

test.each([
  ['its own region comes first', [own('de-AT'), own('de-DE')], 'de', 'de-DE'],
  ['any region will do', [own('en-US'), own('ar-EG')], 'ar', 'ar-EG'],
  ['as some phones write it', [own('tr_TR')], 'tr', 'tr_TR'],
  ['one that reads elsewhere is never taken', [elsewhere('uk-UA')], 'uk', undefined],
  ['nor a voice of another language', [own('en-GB')], 'ti', undefined],
])('a voice is found: %s', (_, voices, language, lang) => {
  expect(voiceFor(voices, language)?.lang).toBe(lang)
})
