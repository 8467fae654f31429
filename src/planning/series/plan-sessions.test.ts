import { describe, expect, test } from 'vitest'
import {
  horizonFrom,
  intakeOfCourse,
  intakeOfSession,
  type JoiningRule,
  limitsOf,
  type PlanningIn,
  planSessions,
} from './plan-sessions.ts'
import type { SeriesRule } from './series.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const time = (text: string) => Temporal.PlainTime.from(text)
const moment = (text: string) => Temporal.Instant.from(text)

test('two weekly slots with different times make one plan, in order', () => {
  const plan = planSessions(
    [
      aSeries({ id: 'thursdays', weekday: 4, starts: time('15:00'), ends: null }),
      aSeries({ id: 'tuesdays', weekday: 2 }),
    ],
    berlin,
  )
  expect(
    plan.sessions.slice(0, 3).map(session => [session.seriesId, session.startsAt.toString(), session.endsAt]),
  ).toEqual([
    ['tuesdays', '2026-11-24T08:30:00Z', moment('2026-11-24T10:00:00Z')],
    ['thursdays', '2026-11-26T14:00:00Z', null],
    ['tuesdays', '2026-12-01T08:30:00Z', moment('2026-12-01T10:00:00Z')],
  ])
})

test('a time that the clocks leave out makes no session and is named', () => {
  const night = aSeries({
    weekday: 7,
    starts: time('02:30'),
    ends: null,
    firstOn: day('2026-03-22'),
    lastOn: day('2026-04-05'),
  })
  const plan = planSessions([night], berlin)
  expect(plan.sessions.map(session => session.heldOn.toString())).toEqual(['2026-03-22', '2026-04-05'])
  expect(plan.inGap).toEqual([{ seriesId: 'series', date: day('2026-03-29') }])
})

test('an end that the clocks leave out counts like a start', () => {
  const night = aSeries({
    weekday: 7,
    starts: time('01:00'),
    ends: time('02:30'),
    firstOn: day('2026-03-29'),
    lastOn: day('2026-03-29'),
  })
  expect(planSessions([night], berlin).inGap).toHaveLength(1)
})

test('two series at the same moment make one session', () => {
  const plan = planSessions([aSeries({ id: 'one' }), aSeries({ id: 'other', rule: 'fortnightly' })], berlin)
  const days = plan.sessions.map(session => session.heldOn.toString())
  expect(new Set(days).size).toBe(days.length)
})

test('a series without end is filled for forty weeks', () => {
  expect(planSessions([aSeries({})], berlin).sessions).toHaveLength(41)
})

describe('a session with its own places', () => {
  const session = { heldOn: day('2026-11-24'), startsAt: moment('2026-11-24T08:30:00Z') }

  test.each<[string, Partial<JoiningRule>, string | undefined, string]>([
    ['opens at once and closes with the start', {}, undefined, '2026-11-24T08:30:00Z'],
    ['closes a day before', { closesHoursBefore: 24 }, undefined, '2026-11-23T08:30:00Z'],
    [
      'opens at midnight fourteen days before',
      { opensDaysBefore: 14 },
      '2026-11-09T23:00:00Z',
      '2026-11-24T08:30:00Z',
    ],
    [
      'opens at a midnight of summer time',
      { opensDaysBefore: 31 },
      '2026-10-23T22:00:00Z',
      '2026-11-24T08:30:00Z',
    ],
    ['closes with the end of a day', { closesOn: day('2026-11-20') }, undefined, '2026-11-20T23:00:00Z'],
    ['never closes after its start', { closesOn: day('2026-11-24') }, undefined, '2026-11-24T08:30:00Z'],
  ])('%s', (_, rule, opensAt, closesAt) => {
    const intake = intakeOfSession(session, aRule(rule), 'Europe/Berlin')
    expect([intake.opensAt?.toString(), intake.closesAt.toString()]).toEqual([opensAt, closesAt])
    expect([intake.ageOn, intake.lastOn]).toEqual([session.heldOn, session.heldOn])
  })
})

describe('a course with one place for all dates', () => {
  const { sessions } = planSessions([aSeries({ units: 8 })], { ...berlin, horizon: day('2026-11-25') })

  test('counts ages on its first day and is over after its last', () => {
    const intake = intakeOfCourse(
      sessions,
      aRule({ registration: 'course', closesOn: day('2026-12-04') }),
      'Europe/Berlin',
    )
    expect(intake).toEqual({
      ...{ startsAt: moment('2026-11-24T08:30:00Z'), ageOn: day('2026-11-24'), lastOn: day('2027-01-12') },
      ...{ opensAt: null, closesAt: moment('2026-12-04T23:00:00Z') },
    })
  })

  test('without a date there is nothing to join', () => {
    expect(intakeOfCourse([], aRule({ registration: 'course' }), 'Europe/Berlin')).toBeUndefined()
  })
})

test.each<[Partial<JoiningRule>, object[]]>([
  [{ counts: 'household', places: 8 }, [{ unit: 'household', places: 8 }]],
  [
    { counts: 'person', places: 14, babyPlaces: 6 },
    [
      { unit: 'person', places: 14 },
      { unit: 'baby', places: 6 },
    ],
  ],
  [{ registration: 'none', counts: null, places: null }, []],
])('%o has its limits', (rule, expected) => {
  expect(limitsOf(aRule(rule))).toEqual(expected)
})

const berlin: PlanningIn = {
  timeZone: 'Europe/Berlin',
  calendar: { schoolHolidays: [], publicHoliday: () => undefined },
  horizon: horizonFrom(day('2026-11-24')),
}

/** Tuesdays from half past nine to eleven. */
const aSeries = (rule: Partial<SeriesRule & { id: string }>): SeriesRule & { id: string } => ({
  ...{ id: 'series', rule: 'weekly', weekday: 2, nth: null, starts: time('09:30'), ends: time('11:00') },
  ...{ firstOn: day('2026-11-24'), lastOn: null, units: null },
  ...{ skipsSchoolHolidays: false, skipsPublicHolidays: true, exceptOn: [], dates: [] },
  ...rule,
})

const aRule = (rule: Partial<JoiningRule>): JoiningRule => ({
  ...{ registration: 'session', counts: 'child', places: 10, babyPlaces: null },
  ...{ opensDaysBefore: null, closesHoursBefore: 0, closesOn: null },
  ...rule,
})
