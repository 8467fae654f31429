import { load } from 'cheerio'
import { describe, expect, test } from 'vitest'
import { type Language, languages, wordingFor } from '../platform/wording/wording.ts'
import { letterFor } from './letter.ts'
import { type MessageFacts, messageKinds } from './message.ts'

test('a letter that is written already goes out in its own words, with whole addresses', () => {
  const written = {
    subject: 'Antwort',
    paragraphs: [{ words: 'Ja, gern!' }, { words: 'Mehr:', address: '/de/x' }],
  }
  const { subject, text } = letterFor({ kind: 'letter', facts: written }, german)
  expect([subject, text]).toEqual(['Antwort', 'Ja, gern!\n\nMehr:\nhttps://kiez.example/de/x\n'])
})

test('a confirmation says what, when, where, and how to change it', () => {
  const { subject, text } = letterFor({ kind: 'registration-confirmed', facts }, german)
  expect(subject).toBe('Du hast einen Platz: PEKiP')
  expect(text).toBe(`Hallo Familie Yıldız,

du bist angemeldet für „PEKiP“. Wir freuen uns auf dich!

Wann: Dienstag, 1. Dezember um 9:30 bis 11:00 Uhr

Wo: KiEZ Westend, Bewegungsraum, Kleiststraße 1

Ansehen, ändern oder absagen:
https://kiez.example/de/my/token

Dein Code, falls du uns anrufst oder vorbeikommst:
ABC-234

Fragen? 0611 313131

Herzliche Grüße
KiEZ Westend
`)
})

test.each([
  ['elsewhere', 'Wo: Spielplatz, Gartenweg 3'],
  ['online', 'Wo: online, KiEZ Westend'],
] as const)('who comes %s is not led to the centre', (notAtCentre, where) => {
  const { street: _, ...there } = facts
  const place = notAtCentre === 'elsewhere' ? 'Spielplatz, Gartenweg 3' : ''
  const { text } = letterFor(
    { kind: 'registration-confirmed', facts: { ...there, place, notAtCentre } },
    german,
  )
  expect(text).toContain(`${where}\n`)
})

test('an end that is open is not said, nor a street to go to when nobody goes anywhere', () => {
  const { ends: _, street: __, ...open } = facts
  const { text } = letterFor({ kind: 'registration-confirmed', facts: open }, german)
  expect(text).toContain('Wann: Dienstag, 1. Dezember um 9:30 Uhr\n')
  expect(text).toContain('Wo: KiEZ Westend, Bewegungsraum\n')
})

test('leaving the line speaks of the line, not of a place', () => {
  const { text } = letterFor(
    { kind: 'registration-cancelled', facts: { ...facts, leftTheLine: true } },
    german,
  )
  expect(text).toContain('Danke. Du stehst nicht mehr auf der Warteliste für „PEKiP“.')
  expect(text).not.toContain('Dein Platz')
})

test('a code stands on a line of its own that does not break', () => {
  const code = load(letterFor({ kind: 'registration-confirmed', facts }, inLanguage('ar')).html)('strong')
  expect(code.text()).toBe('ABC-234')
  expect(code.attr()).toEqual({ dir: 'ltr', style: 'white-space:nowrap' })
})

test('an offered place says until when it is kept, and where to say yes or no', () => {
  const { text } = letterFor(
    { kind: 'place-offered', facts: { ...facts, offeredUntil: '2026-11-25T17:00:00Z' } },
    german,
  )
  expect(text).toContain('bis Mittwoch, 25. November um 18:00 Uhr')
  expect(text).toContain('Hier zusagen oder ablehnen:\nhttps://kiez.example/de/my/token')
})

test('a cancelled session says why, and what the centre adds', () => {
  const { text } = letterFor(
    { kind: 'session-cancelled', facts: { ...facts, reason: 'illness', note: 'Gute Besserung!' } },
    german,
  )
  expect(text).toContain('Die Leitung ist krank.')
  expect(text).toContain('Gute Besserung!')
})

test('who registered a child again stands nowhere in what the first family is told', () => {
  const { subject, text } = letterFor({ kind: 'child-registered-again', facts }, german)
  expect(subject + text).not.toMatch(/Mutter|Vater|Eltern/)
  expect(text).toContain('sprich bitte mit uns')
})

test('Arabic letters run from right to left and keep German titles in their own order', () => {
  const { html, text } = letterFor({ kind: 'registration-confirmed', facts }, inLanguage('ar'))
  const page = load(html)
  expect(page('html').attr()).toEqual({ lang: 'ar', dir: 'rtl' })
  expect(page('a').attr('dir')).toBe('ltr')
  expect(text).toContain('\u2068PEKiP\u2069')
})

test('a letter in Leichte Sprache is read aloud as German', () => {
  const { html } = letterFor({ kind: 'registration-confirmed', facts }, inLanguage('de-simple'))
  expect(load(html)('html').attr()).toEqual({ lang: 'de', dir: 'ltr' })
})

test('what people typed stays text', () => {
  const nasty = { ...facts, called: '<img src=x onerror=alert(1)>', note: '"&<b>' }
  const page = load(letterFor({ kind: 'session-cancelled', facts: nasty }, german).html)
  expect(page('img, b')).toHaveLength(0)
  expect(page('p').first().text()).toContain('<img src=x')
})

describe.each(languages)('in %s', language => {
  test.each(messageKinds)('%s has a subject, a text and the same words as HTML', kind => {
    const { subject, text, html } = letterFor({ kind, facts }, inLanguage(language))
    expect(subject).toContain('PEKiP')
    expect(subject).not.toContain('\n')
    expect(text + subject).not.toMatch(/\{\{|outreach\./)
    const words = (written: string) => written.replace(/\s+/g, '')
    expect(words(load(html)('body').text())).toBe(words(text))
  })
})

test('a neutral letter says that there is news, and where the code is typed', () => {
  const { subject, text } = letterFor(
    { kind: 'registration-confirmed', facts },
    { ...german, isNeutral: true },
  )
  expect(subject).toBe('Es gibt Neuigkeiten für dich')
  expect(text).toBe(`Hallo,

es gibt Neuigkeiten für dich.

Ansehen:
https://kiez.example/de/my
`)
})

test('no mail program opens anything by what stands in the head of a neutral letter', () => {
  const reminder = {
    kind: 'reminder' as const,
    facts: { ...facts, stopAddress: '/de/my/token/no-reminders' },
  }
  expect(letterFor(reminder, german).stopUrl).toBe('https://kiez.example/de/my/token/no-reminders')
  expect(letterFor(reminder, { ...german, isNeutral: true })).not.toHaveProperty('stopUrl')
})

describe.each(languages)('whatever the news, a neutral letter in %s names nobody and nothing', language => {
  const place = { ...inLanguage(language), isNeutral: true }
  const said = [
    'PEKiP',
    'Yıldız',
    'KiEZ Westend',
    'Bewegungsraum',
    'Kleiststraße',
    'ABC-234',
    '9:30',
    'krank',
    '0611 313131',
    'token',
  ]

  test.each(messageKinds)('%s', kind => {
    const { subject, text, html } = letterFor({ kind, facts: { ...facts, note: 'krank' } }, place)
    for (const word of said) expect(subject + text + html).not.toContain(word)
    const plain = letterFor({ kind, facts }, inLanguage(language))
    expect(said.some(word => plain.text.includes(word))).toBe(true)
  })

  test('a letter that is written already', () => {
    const written = { subject: 'Zu PEKiP', paragraphs: [{ words: 'Liebe Frau Yıldız', address: '/de/x' }] }
    const { subject, text } = letterFor({ kind: 'letter', facts: written }, place)
    expect(subject + text).not.toMatch(/PEKiP|Yıldız|\/de\/x/)
  })
})

const inLanguage = (language: Language) => ({
  wording: wordingFor(language, 'Europe/Berlin'),
  site: 'https://kiez.example',
})
const german = inLanguage('de')
const facts: MessageFacts = {
  called: 'Familie Yıldız',
  offerTitle: 'PEKiP',
  startsAt: '2026-12-01T08:30:00Z',
  ends: '11:00:00',
  centreName: 'KiEZ Westend',
  phone: '0611 313131',
  place: 'Bewegungsraum',
  street: 'Kleiststraße 1',
  ...{ manageAddress: '/de/my/token', codeAddress: '/de/my' },
  code: 'ABC-234',
}
