import { expect, test } from 'vitest'
import { greetingAt, nextStepAt } from './my-day.ts'

const now = Temporal.Instant.from('2026-11-23T09:30Z')
const planned = { cancelReason: null, everybody: null, intakeId: null, startsAt: now }

test.each([
  ['it has begun', planned, 'count'],
  ['it has begun and people registered', { ...planned, intakeId: 'i' }, 'count'],
  ['it is counted, with nobody there', { ...planned, everybody: 0 }, 'counted'],
  [
    'people register and it begins later',
    { ...planned, intakeId: 'i', startsAt: now.add({ hours: 1 }) },
    'list',
  ],
  ['one just comes and it begins later', { ...planned, startsAt: now.add({ hours: 1 }) }, 'look'],
  ['it is cancelled', { ...planned, cancelReason: 'illness' as const }, 'none'],
])('what can be done about a session when %s', (_, session, step) => {
  expect(nextStepAt(session, now)).toBe(step)
})

test('one says good morning until eleven and good evening from six', () => {
  expect([10, 11, 17, 18].map(greetingAt)).toEqual(['morning', 'day', 'day', 'evening'])
})
