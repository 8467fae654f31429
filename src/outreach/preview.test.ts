import { describe, expect, test } from 'vitest'
import { languages } from '../platform/wording/wording.ts'
import { messageKinds } from './message.ts'
import { lettersIn, previewsIn } from './preview.ts'

const asking = {
  ...{ timeZone: 'Europe/Berlin', site: 'https://kiez.example' },
  now: Temporal.Instant.from('2026-11-23T08:00:00Z'),
}

describe.each(languages)('in %s', language => {
  test('every kind of news is shown, and none is missing', () => {
    const previews = previewsIn({ ...asking, language }, false)
    expect(previews.map(({ kind }) => kind)).toEqual([...messageKinds])
    expect(previews.filter(({ isMissing }) => isMissing)).toEqual([])
    expect(previews.filter(({ notice }) => notice).map(({ kind }) => kind)).toEqual(shownOnPhones)
    expect(previews.find(({ notice }) => notice)?.notice?.body).toBe('KiEZ')
    expect(lettersIn({ ...asking, language }, false)).toHaveLength(5)
  })

  test('a neutral one names neither what nor where', () => {
    for (const { letter, sms, notice } of previewsIn({ ...asking, language }, true))
      expect(JSON.stringify([letter, sms, notice])).not.toMatch(/Krabbelgruppe|KiEZ|Saal/)
    for (const { letter } of lettersIn({ ...asking, language }, true))
      expect(letter.text).not.toMatch(/Krabbelgruppe|KiEZ|Saal/)
  })
})

/** What others did. */
const shownOnPhones = [
  ...['place-offered', 'offer-expired', 'session-cancelled', 'session-takes-place', 'dates-changed'],
  ...['child-registered-again', 'reminder', 'group-notice'],
]
