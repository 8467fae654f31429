import { describe, expect, test } from 'vitest'
import { languages } from '../platform/wording/wording.ts'
import { messageKinds } from './message.ts'
import { previewsIn } from './preview.ts'

const asking = {
  ...{ timeZone: 'Europe/Berlin', site: 'https://kiez.example' },
  now: Temporal.Instant.from('2026-11-23T08:00:00Z'),
}

describe.each(languages)('in %s', language => {
  test('every kind of news is shown, and none is missing', () => {
    const previews = previewsIn({ ...asking, language }, false)
    expect(previews.map(({ kind }) => kind)).toEqual([...messageKinds])
    expect(previews.filter(({ isMissing }) => isMissing)).toEqual([])
  })

  test('a neutral one names neither what nor where', () => {
    for (const { letter, sms } of previewsIn({ ...asking, language }, true))
      expect(JSON.stringify(letter) + sms).not.toMatch(/Krabbelgruppe|KiEZ|Saal/)
  })
})
