import { describe, expect, test } from 'vitest'
import { freshUntil } from './fresh-until.ts'
import { joiningOf, type PublicIntake } from './places.ts'

const at = (time: string) => Temporal.Instant.from(`2026-11-23T${time.padStart(5, '0')}+01:00`)
const intake: PublicIntake = {
  ...{ id: 'an-intake', opensAt: null, opensOn: null, closesAt: at('12:00') },
  ...{ isStopped: false, isClosedGroup: false, freePlaces: 8, freeBabyPlaces: null },
}
const opensOn = Temporal.PlainDate.from('2026-11-23')

describe('how a family joins', () => {
  test.each([
    ['without registration it just comes', 'none', null, { joining: 'just-come' }],
    ['with room it registers', 'session', intake, { joining: 'open' }],
    [
      'the last three places are counted',
      'session',
      { ...intake, freePlaces: 3 },
      { joining: 'few', places: 3 },
    ],
    ['a full group has a waiting list', 'course', { ...intake, freePlaces: 0 }, { joining: 'waiting' }],
    [
      'after the deadline it is closed',
      'session',
      { ...intake, closesAt: at('9:00') },
      { joining: 'closed' },
    ],
    ['staff may stop it', 'session', { ...intake, isStopped: true }, { joining: 'closed' }],
    [
      'a closed group takes whoever was invited',
      'session',
      { ...intake, isClosedGroup: true },
      { joining: 'by-invitation' },
    ],
    ['without an intake there is nothing to join', 'session', null, { joining: 'closed' }],
    [
      'before it opens it says when',
      'session',
      { ...intake, opensAt: at('10:00'), opensOn },
      { joining: 'not-yet', opensAt: at('10:00'), opensOn },
    ],
  ])('%s', (_, registration, given, expected) => {
    expect(joiningOf(registration, given, at('9:00'))).toEqual(expected)
  })
})

describe('a page stays true', () => {
  const nothing = { startsAt: null, endsAt: null, intake: null }
  test.each([
    ['until midnight in the city', [], '2026-11-24T00:00'],
    [
      'until something begins',
      [{ ...nothing, startsAt: at('9:30'), endsAt: at('11:00') }],
      '2026-11-23T09:30',
    ],
    ['until something ends', [{ ...nothing, startsAt: at('8:30'), endsAt: at('11:00') }], '2026-11-23T11:00'],
    ['until a registration closes', [{ ...nothing, intake }], '2026-11-23T12:00'],
    [
      'until a registration opens',
      [{ ...nothing, intake: { opensAt: at('10:00'), closesAt: at('12:00') } }],
      '2026-11-23T10:00',
    ],
  ])('%s', (_, shown, expected) => {
    const until = freshUntil(at('9:00'), 'Europe/Berlin', shown).toZonedDateTimeISO('Europe/Berlin')
    expect(until.toPlainDateTime().toString({ smallestUnit: 'minute' })).toBe(expected)
  })
})
