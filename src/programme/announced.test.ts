import { expect, test } from 'vitest'
import { type AnnouncedFacts, changesOf, newsSince } from './announced.ts'

const slot = { rule: 'weekly', weekday: 1, nth: null, starts: '09:30', ends: '11:00', dates: [] } as const
const facts: AnnouncedFacts = {
  ...{ place: 'Raum 2', slots: [{ ...slot, dates: [] }], priceCents: 0, pricePer: null },
  ...{ ageFrom: 4, ageUntil: 12, languages: ['de'], registration: 'none' },
}
const told = (on: string, changed: Partial<AnnouncedFacts> = {}) => ({
  announcedAt: Temporal.Instant.from(`${on}T08:00:00Z`),
  facts: { ...facts, ...changed },
})
const since = newsSince(Temporal.Instant.from('2026-11-23T08:00:00Z'), 'Europe/Berlin')
const kindsOf = (...announcements: ReturnType<typeof told>[]) =>
  changesOf(announcements, since).map(({ kind }) => kind)

test.each<[string, Partial<AnnouncedFacts>, string[]]>([
  ['a new room', { place: 'Raum 5' }, ['place']],
  ['a new time', { slots: [{ ...slot, dates: [], starts: '10:00' }] }, ['time']],
  ['a new day', { slots: [{ ...slot, dates: [], weekday: 2 }] }, ['time']],
  ['a new price', { priceCents: 200, pricePer: 'session' }, ['price']],
  ['an end to just coming', { registration: 'session' }, ['joining']],
  ['children who stay alone from now on', { isWithoutParents: true }, ['parents']],
  ['what was always so, and is said for the first time', { isWithoutParents: false }, []],
  ['other ages and languages', { ageUntil: 36, languages: ['de', 'ar'] }, ['ages', 'languages']],
  ['languages in another order', { languages: ['de'] }, []],
])('%s is told, with what families knew', (_, changed, kinds) => {
  const changes = changesOf([told('2026-09-01'), told('2026-11-20', changed)], since)
  expect(changes.map(({ kind }) => kind)).toEqual(kinds)
  for (const { before } of changes) expect(before).toEqual(facts)
})

test('after four weeks it is no news any more', () => {
  const moved = { place: 'Raum 5' }
  expect(String(since)).toBe('2026-10-25T23:00:00Z')
  expect(kindsOf(told('2026-09-01'), told('2026-10-26', moved))).toEqual(['place'])
  expect(kindsOf(told('2026-09-01'), told('2026-10-25', moved))).toEqual([])
})

test('what was changed back is no change, and of two changes the last one counts against what families knew', () => {
  expect(kindsOf(told('2026-09-01'), told('2026-11-10', { place: 'Hof' }), told('2026-11-20'))).toEqual([])
  const twice = [
    told('2026-09-01'),
    told('2026-11-10', { place: 'Hof' }),
    told('2026-11-20', { place: 'Saal' }),
  ]
  expect(changesOf(twice, since).map(({ before }) => before.place)).toEqual(['Raum 2'])
})

test('an offer that is new has not changed', () => {
  expect(kindsOf(told('2026-11-20'))).toEqual([])
  expect(kindsOf()).toEqual([])
})
