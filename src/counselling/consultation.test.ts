import { describe, expect, test } from 'vitest'
import { languages, wordingFor } from '../platform/wording/wording.ts'
import { codeWordsFor, isCodeWord, qualities, things } from './code-word.ts'
import {
  daysOf,
  deleteBookingOn,
  type FreeSlot,
  showsLink,
  slotFor,
  slotsWithin,
  timesOf,
} from './consultation.ts'
import { codeWordIn } from './pages/words.tsx'

const at = (time: string) => Temporal.Instant.from(`2026-11-24T${time}:00Z`)

describe('an hour', () => {
  test.each([
    ['10:00', '11:00', 30, ['10:00', '10:30']],
    ['10:00', '10:50', 30, ['10:00']],
    ['10:00', '10:20', 30, []],
    ['10:00', '12:00', 45, ['10:00', '10:45']],
  ])('from %s until %s, %i minutes each, has slots at %j', (from, until, minutes, starts) => {
    const slots = slotsWithin({ startsAt: at(from), endsAt: at(until) }, minutes)
    expect(slots.map(({ startsAt }) => startsAt)).toEqual(starts.map(at))
    expect(slots.every(({ startsAt, endsAt }) => startsAt.until(endsAt).total('minutes') === minutes)).toBe(
      true,
    )
  })

  test.each([
    ['2026-11-24', undefined, ['2026-11-24']],
    ['2026-11-24', '2026-12-08', ['2026-11-24', '2026-12-01', '2026-12-08']],
    ['2026-11-24', '2026-12-07', ['2026-11-24', '2026-12-01']],
  ])('on %s and every week until %s is held on %j', (first, last, days) => {
    const held = daysOf(Temporal.PlainDate.from(first), last ? Temporal.PlainDate.from(last) : undefined)
    expect(held.map(String)).toEqual(days)
  })
})

describe('the slot for a family', () => {
  const free = [
    { id: 'a', counsellor: 'Familienberatung', languages: ['de'] },
    { id: 'b', counsellor: 'Elternberatung', languages: ['de', 'ar'] },
  ] satisfies (Pick<FreeSlot, 'counsellor' | 'languages'> & { id: string })[]

  test.each([
    [undefined, 'de', 'a'],
    [undefined, 'ar', 'b'],
    ['Elternberatung', 'de', 'b'],
    ['Familienberatung', 'ar', undefined],
    ['Schuldnerberatung', 'de', undefined],
  ] as const)('who asks for %s in %s gets %s', (counsellor, language, id) => {
    expect(slotFor(free, { counsellor, language })?.id).toBe(id)
  })
})

test('slots that begin together and are about the same are one time to choose', () => {
  const slot = (id: string, time: string, topic: FreeSlot['topic']): FreeSlot => ({
    ...{ id, startsAt: at(time), endsAt: at('12:00'), topic, counsellor: id, languages: ['de'] },
    ...{ way: 'on-site', place: '' },
  })
  const times = timesOf([
    ...[slot('a', '10:00', 'money'), slot('b', '10:00', 'money')],
    ...[slot('c', '10:00', 'health'), slot('d', '10:30', 'money')],
  ])
  expect(times.map(({ slots }) => slots.map(({ id }) => id).join())).toEqual(['a,b', 'c', 'd'])
})

test('a booking ends seven days after the day that follows', () => {
  expect(deleteBookingOn(Temporal.PlainDate.from('2026-11-24')).toString()).toBe('2026-12-02')
})

test.each([
  ['08:59', false],
  ['09:00', true],
  ['10:29', true],
  ['10:30', false],
])('at %s the link of a consultation from 10:00 until 10:30 is shown: %s', (now, isShown) => {
  expect(showsLink({ startsAt: at('10:00'), endsAt: at('10:30') }, at(now))).toBe(isShown)
})

describe('a code word', () => {
  test('comes out of the list, four to choose from, the same for the same form', () => {
    const words = codeWordsFor('a secret')
    expect(new Set(words).size).toBe(4)
    expect(words.every(isCodeWord)).toBe(true)
    expect(codeWordsFor('a secret')).toEqual(words)
    expect(codeWordsFor('another')).not.toEqual(words)
  })

  test.each(['Amina Haddad', 'blue', 'blue moon extra', 'moon blue', ''])('is never %j', text => {
    expect(isCodeWord(text)).toBe(false)
  })

  test.each(languages)('reads differently from every other one in %s', language => {
    const wording = wordingFor(language, 'UTC')
    const all = qualities.flatMap(quality => things.map(thing => codeWordIn(`${quality} ${thing}`, wording)))
    expect(new Set(all).size).toBe(qualities.length * things.length)
  })
})
