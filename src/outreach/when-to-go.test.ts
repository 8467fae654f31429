import { expect, test } from 'vitest'
import type { MessageFacts, News } from './message.ts'
import { daytime, mayGoAt } from './when-to-go.ts'

const evening = '2026-11-23T21:30+01:00'
const morning = '2026-11-24T08:00+01:00'
const createdAt = Temporal.Instant.from('2026-11-01T00:00:00Z')
const justNow = Temporal.Instant.from('2026-11-23T08:55:00Z')
const hours = { from: '10:00', until: '11:00' }

test.each<[string, Partial<Parameters<typeof mayGoAt>[0]>, string, string]>([
  ['by day a telephone may ring', {}, '2026-11-23T19:59+01:00', '2026-11-23T19:59+01:00'],
  ['after eight it waits for the morning', {}, evening, morning],
  ['and before eight', {}, '2026-11-24T06:00+01:00', morning],
  [
    'where the operator lets them ring from ten, it waits until then',
    { rings: { from: '10:00', until: '18:00' } },
    ...([evening, '2026-11-24T10:00+01:00'] as const),
  ],
  ['in the night to summer time too', {}, '2027-03-27T23:00+01:00', '2027-03-28T08:00+02:00'],
  ['e-mail makes no noise', { rings: undefined }, evening, evening],
  [
    'news of next week waits for half an hour, whether more follows',
    { rings: undefined, createdAt: justNow },
    ...(['2026-11-23T10:00+01:00', '2026-11-23T10:25+01:00'] as const),
  ],
  [
    'news of tomorrow does not',
    {
      ...{ rings: undefined, createdAt: justNow },
      news: told('session-cancelled', { startsAt: '2026-11-24T08:30:00Z' }),
    },
    ...(['2026-11-23T10:00+01:00', '2026-11-23T10:00+01:00'] as const),
  ],
  ['an answer is waited for', { news: told('registration-confirmed') }, evening, evening],
  [
    'its own hours come first, for an answer too',
    { news: told('place-accepted'), hours },
    evening,
    '2026-11-24T10:00+01:00',
  ],
  [
    'but not for a code that it asked for and that is dead by then',
    { news: aCode('2026-11-23T22:00+01:00'), hours },
    ...([evening, evening] as const),
  ],
  [
    'a code that is good until then waits for them',
    { news: aCode('2026-11-24T10:30+01:00'), hours },
    ...([evening, '2026-11-24T10:00+01:00'] as const),
  ],
  ['and for e-mail', { rings: undefined, hours }, evening, '2026-11-24T10:00+01:00'],
  [
    'what begins before ten cannot wait until eight',
    { news: told('session-cancelled', { startsAt: '2026-11-24T08:30:00Z' }) },
    ...([evening, evening] as const),
  ],
  [
    'what begins at ten can',
    { news: told('session-cancelled', { startsAt: '2026-11-24T09:00:00Z' }) },
    ...([evening, morning] as const),
  ],
  [
    'a date that was to begin at nine is told at once, wherever it moves',
    {
      news: told('dates-changed', {
        dates: [{ was: '2026-11-24T08:00:00Z', startsAt: '2026-12-24T08:00:00Z' }],
      }),
    },
    ...([evening, evening] as const),
  ],
  [
    'a place that is kept until seven is offered at once',
    { news: told('place-offered', { offeredUntil: '2026-11-24T06:00:00Z' }) },
    ...([evening, evening] as const),
  ],
  [
    'a place that is kept for two days is offered in the morning',
    { news: told('place-offered', { offeredUntil: '2026-11-25T20:30:00Z' }) },
    ...([evening, morning] as const),
  ],
])('%s', (_, going, now, expected) => {
  const asked = { createdAt, news: told('session-takes-place'), hours: undefined, rings: daytime, ...going }
  const at = mayGoAt(asked, Temporal.Instant.from(now), 'Europe/Berlin')
  expect(at?.toString()).toBe(Temporal.Instant.from(expected).toString())
})

function aCode(usefulUntil: string): News {
  return { kind: 'letter', facts: { subject: 'Code', paragraphs: [], isAnswer: true, usefulUntil } }
}

function told(kind: Exclude<News['kind'], 'letter'>, facts: Partial<MessageFacts> = {}): News {
  const [called, offerTitle, centreName, place] = ['Familie Yıldız', 'PEKiP', 'KiEZ Westend', 'Saal']
  return {
    kind,
    facts: { called, offerTitle, centreName, place, startsAt: '2026-12-01T08:30:00Z', ...facts },
  }
}
