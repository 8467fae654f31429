import { expect, test } from 'vitest'
import { aPlan } from '../../../tests/support/offer-answers.ts'
import { planFrom } from '../plan/offer-plan.ts'
import { planInSeason, seasonsAround } from './season.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const autumn = { firstOn: day('2026-08-01'), lastOn: day('2027-01-31') }
const spring = { firstOn: day('2027-02-01'), lastOn: day('2027-07-31') }
const change = { last: autumn, next: spring }

const inSpring = (when: Record<string, string | string[]>, places = {}) => {
  const plan = planFrom(aPlan({ when, places }))
  if (!plan) throw new Error('The plan of the test does not hold')
  return planInSeason(plan, change)
}
const spanInSpring = (firstOn: string, lastOn: string, more = {}) => {
  const slot = inSpring({ 'slots.0.firstOn': firstOn, 'slots.0.lastOn': lastOn, ...more })?.slots[0]
  return slot && [String(slot.firstOn), String(slot.lastOn)]
}

test.each([
  ['with the season', '2026-08-03', '2027-01-31', '2027-02-01', '2027-07-31'],
  ['some weeks into it', '2026-09-01', '2027-01-26', '2027-03-09', '2027-07-31'],
  ['and ends before it', '2026-08-04', '2026-12-15', '2027-02-01', '2027-06-22'],
])('a group that begins %s does so again', (_, first, last, newFirst, newLast) => {
  expect(spanInSpring(first, last)).toEqual([newFirst, newLast])
})

test('a Wednesday stays a Wednesday', () => {
  const dates = ['2026-09-02', '2026-11-18']
  const plan = inSpring({ 'slots.0.rhythm': 'dates', 'slots.0.dates': dates })
  expect(plan?.slots[0]?.dates.map(String)).toEqual(['2027-03-10', '2027-05-26'])
  expect(plan?.slots[0]?.dates.map(date => date.dayOfWeek)).toEqual([3, 3])
})

test('two groups in turn stay in turn', () => {
  const fortnightly = { 'slots.0.rhythm': 'fortnightly', 'slots.0.weekday': '3' }
  const first = (on: string) => spanInSpring(on, '2027-01-31', fortnightly)?.[0]
  expect([first('2026-08-03'), first('2026-08-12')]).toEqual(['2027-02-10', '2027-02-17'])
})

test('a number of meetings stays that number, and excepted days are asked anew', () => {
  const plan = inSpring({
    ...{ 'slots.0.units': '6', 'slots.0.lastOn': '', 'slots.0.exceptOn': ['2026-12-08'] },
  })
  expect(plan?.slots[0]).toMatchObject({ units: 6, lastOn: null, exceptOn: [] })
})

test.each([
  ['goes on without an end', { 'slots.0.lastOn': '' }],
  ['was over before the season', { 'slots.0.firstOn': '2026-03-03', 'slots.0.lastOn': '2026-06-30' }],
  ['begins after it', { 'slots.0.firstOn': '2027-02-02', 'slots.0.lastOn': '2027-06-30' }],
])('nothing is copied of what %s', (_, when) => {
  expect(inSpring(when)).toBeUndefined()
})

test('a day on which registration closes moves along', () => {
  const places = { registration: 'course', counts: 'child', places: '8', closesOn: '2026-08-20' }
  expect(String(inSpring({}, places)?.closesOn)).toBe('2027-02-25')
})

test.each([
  ['2026-11-23', '2026-08-01', '2027-02-01', '2027-07-31'],
  ['2027-01-31', '2026-08-01', '2027-02-01', '2027-07-31'],
  ['2027-02-01', '2027-02-01', '2027-08-01', '2028-01-31'],
])('on %s the season began on %s', (today, last, next, nextLast) => {
  const seasons = seasonsAround(day(today))
  expect([seasons.last.firstOn, seasons.next.firstOn, seasons.next.lastOn].map(String)).toEqual([
    ...[last, next, nextLast],
  ])
})
