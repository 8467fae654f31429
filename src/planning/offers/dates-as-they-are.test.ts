import { expect, test } from 'vitest'
import type { ComingSession } from '../series/store/sessions.ts'
import { datesAsTheyAre, datesThatStay } from './dates-as-they-are.ts'

test.each([
  ['with registrations outside of the plan', {}, 1],
  ['nobody registered for', { hasRegistrations: false }, 0],
  ['cancelled', { state: 'cancelled' as const }, 0],
  ['in the plan', { startsAt: at('2026-12-01T08:30:00Z') }, 0],
  ['that staff moved from a day of the plan', { hasOwnTimes: true, plannedOn: day('2026-12-01') }, 0],
  [
    'that staff moved from a day the plan no longer has',
    { hasOwnTimes: true, plannedOn: day('2026-11-24') },
    1,
  ],
])('a date %s: %j', (_, given, staying) => {
  expect(datesThatStay([{ ...moved, ...given }], plan)).toHaveLength(staying)
})

test.each([
  ['moved', { hasOwnTimes: true, plannedOn: day('2026-12-01') }, ['2026-12-02 14:00']],
  ['cancelled', { heldOn: day('2026-12-01'), state: 'cancelled' as const }, []],
  ['as planned', { heldOn: day('2026-12-01') }, ['2026-12-01 09:30']],
  [
    'of another series',
    { hasOwnTimes: true, plannedOn: day('2026-12-01'), seriesId: 'b' },
    ['2026-12-01 09:30'],
  ],
])('a date that is %s is shown so', (_, given, shown) => {
  const dates = datesAsTheyAre(plan, [{ ...moved, ...given }], 'Europe/Berlin')
  expect(
    dates.map(({ heldOn, starts }) => `${heldOn} ${starts.toString({ smallestUnit: 'minute' })}`),
  ).toEqual(shown)
})

const moved: ComingSession = {
  ...{ id: '', offerId: '', seriesId: 'a', heldOn: day('2026-12-02'), plannedOn: null, movedFrom: null },
  ...{ startsAt: at('2026-12-02T13:00:00Z'), endsAt: null, hasOwnTimes: false, ownPlaces: null },
  ...{ state: 'planned', hasRegistrations: true },
}

const plan = [
  {
    ...{ seriesId: 'a', heldOn: day('2026-12-01'), startsAt: at('2026-12-01T08:30:00Z'), endsAt: null },
    ...{ starts: Temporal.PlainTime.from('09:30'), ends: null },
  },
]

function day(text: string) {
  return Temporal.PlainDate.from(text)
}

function at(text: string) {
  return Temporal.Instant.from(text)
}
