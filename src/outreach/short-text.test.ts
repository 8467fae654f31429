import { describe, expect, test } from 'vitest'
import { segmentsOf } from '../platform/sms/segments.ts'
import { type Language, languages, wordingFor } from '../platform/wording/wording.ts'
import { type MessageFacts, messageKinds } from './message.ts'
import { shortTextFor } from './short-text.ts'

test('a place that is free is offered in a few lines, with the page on which one answers', () => {
  const offered = { ...facts, offeredUntil: '2026-11-25T08:00:00Z' }
  expect(shortTextFor({ kind: 'place-offered', facts: offered }, inLanguage('de'))).toBe(
    `Platz frei: PEKiP "Die Kleinen", Dienstag, 1. Dezember um 9:30 Uhr. Möchtest du ihn? Hier zusagen oder ablehnen:
Antwort bis Mittwoch, 25. November um 9:00 Uhr.
https://kiez.example/de/my/0123456789012345678901
KiEZ Westend`,
  )
})

test('a long title is cut', () => {
  const offerTitle = 'Elternabend für Familien mit Kindern im ersten Lebensjahr'
  expect(
    shortTextFor({ kind: 'place-accepted', facts: { ...facts, offerTitle } }, inLanguage('de')),
  ).toContain('ist deiner: Elternabend für Familien mit Kindern...,')
})

test('a neutral SMS says that there is news, and where', () => {
  const text = shortTextFor(
    { kind: 'place-offered', facts: { ...facts, code: 'ABC-234' } },
    { ...inLanguage('de'), isNeutral: true },
  )
  expect(text).toBe('Es gibt Neuigkeiten für dich\nhttps://kiez.example/de/my')
})

test.each(['ar', 'fa'] as const)(
  'in %s a code keeps its order, also one that begins with a digit',
  language => {
    const coded = { ...facts, code: '2BC-3DE-4FG' }
    const text = shortTextFor({ kind: 'registration-confirmed', facts: coded }, inLanguage(language))
    expect(text).toContain('\u20682BC-3DE-4FG\u2069')
    expect(text).toContain('\u2068PEKiP "Die Kleinen"\u2069')
    // A telephone would take the sign for a part of the address.
    expect(text).toMatch(/^https:\/\/\S+[A-Za-z0-9]$/m)
  },
)

/** An SMS holds 160 characters of its own few letters, and 70 as soon as one is of any others. */
const inLatinLetters: readonly Language[] = ['de', 'de-simple', 'en']

describe.each(languages)('in %s', language => {
  test.each(messageKinds)('%s says what it is about and where it is changed, in few parts', kind => {
    const text = shortTextFor(
      { kind, facts: { ...facts, offeredUntil: '2026-11-25T08:00:00Z' } },
      inLanguage(language),
    )
    expect(text).toContain('https://kiez.example/de/my/0123456789012345678901')
    expect(text).toContain('PEKiP')
    expect(text).not.toMatch(/\{\{|outreach\./)
    expect(segmentsOf(text)).toBeLessThanOrEqual(inLatinLetters.includes(language) ? 2 : 4)
  })
})

const inLanguage = (language: Language) => ({
  wording: wordingFor(language, 'Europe/Berlin'),
  site: 'https://kiez.example',
  isNeutral: false,
})
const facts: MessageFacts = {
  called: 'Familie Yıldız',
  offerTitle: 'PEKiP „Die Kleinen“',
  startsAt: '2026-12-01T08:30:00Z',
  centreName: 'KiEZ Westend',
  place: 'Bewegungsraum',
  ...{ manageAddress: '/de/my/0123456789012345678901', codeAddress: '/de/my' },
}
