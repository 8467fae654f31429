import { expect, test } from 'vitest'
import type { Answers } from '../planning/index.ts'
import { type Followed, followed, saidOf } from './follow.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const plan = (
  given: { title?: string; place?: string; slots?: Record<string, unknown>[] } = {},
): Answers => ({
  what: { 'texts.de.title': given.title ?? 'Chor', 'texts.de.body': 'Kommt vorbei.', kind: 'encounter' },
  when: {
    place: given.place ?? 'Kita',
    isStepFree: 'yes',
    ...Object.fromEntries(
      (given.slots ?? [slot(['2026-11-24', '2026-12-01'])]).flatMap((each, index) =>
        Object.entries(each).map(([name, value]) => [`slots.${index}.${name}`, value as string]),
      ),
    ),
  },
})
const slot = (dates: string[], starts = '09:30', more = {}) => ({
  ...{ rhythm: 'dates', starts, ends: '11:00', dates },
  ...more,
})

test('what nobody edited follows the calendar; what only the plan says stays', () => {
  const own = plan({ slots: [slot(['2026-11-24', '2026-12-01'], '09:30', { id: 'series-1' })] })
  const now = plan({ title: 'Singen', place: 'Saal', slots: [slot(['2026-11-24', '2026-12-08'])] })
  const { answers, isChanged, kept } = becomes(own, plan(), now)
  expect({ isChanged, kept }).toEqual({ isChanged: true, kept: [] })
  expect(answers.what).toMatchObject({ 'texts.de.title': 'Singen', kind: 'encounter' })
  expect(answers.when).toMatchObject({
    ...{ place: 'Saal', isStepFree: 'yes' },
    ...{ 'slots.0.id': 'series-1', 'slots.0.dates': ['2026-11-24', '2026-12-08'] },
  })
})

test('what a lead has written stays, and is named once the calendar says something new', () => {
  const own = plan({ title: 'Chor für alle' })
  expect(becomes(own, plan(), plan())).toMatchObject({ isChanged: false, kept: [] })
  const first = becomes(own, plan(), plan({ title: 'Singen', place: 'Saal' }))
  expect(first.answers.what?.['texts.de.title']).toBe('Chor für alle')
  expect(first.answers.when?.place).toBe('Saal')
  expect(first.kept).toEqual(['title'])
  // It is still named when it is read again, and what followed goes on following.
  const again = followed(first.answers, first.said, plan({ title: 'Singen', place: 'Hof' }), today)
  expect(again.kept).toEqual(['title'])
  expect(again.answers.when?.place).toBe('Hof')
})

test('dates of which a lead made a rule are hers', () => {
  const own = plan({ slots: [{ rhythm: 'weekly', weekday: '2', starts: '09:30', ends: '11:00' }] })
  const { kept, isChanged } = becomes(own, plan(), plan({ slots: [slot(['2026-12-08'])] }))
  expect({ kept, isChanged }).toEqual({ kept: ['dates'], isChanged: false })
})

test('dates that are over are no difference, and are not lost', () => {
  const was = plan({ slots: [slot(['2026-11-16', '2026-11-24'])] })
  expect(becomes(was, was, plan({ slots: [slot(['2026-11-24'])] }))).toMatchObject({
    isChanged: false,
    kept: [],
  })
  const { answers } = becomes(was, was, plan({ slots: [slot(['2026-11-25'])] }))
  expect(answers.when?.['slots.0.dates']).toEqual(['2026-11-16', '2026-11-25'])
})

test('another time is the same slot, unless some of it was held already', () => {
  const own = plan({ slots: [slot(['2026-11-24'], '09:30', { id: 'series-1' })] })
  const { answers } = becomes(own, own, plan({ slots: [slot(['2026-11-24'], '10:00')] }))
  expect(answers.when).toMatchObject({ 'slots.0.id': 'series-1', 'slots.0.starts': '10:00' })
  const begun = plan({ slots: [slot(['2026-11-16', '2026-11-24'], '09:30', { id: 'series-1' })] })
  const later = becomes(begun, begun, plan({ slots: [slot(['2026-11-24'], '10:00')] })).answers
  expect(later.when).toMatchObject({
    ...{ 'slots.0.id': 'series-1', 'slots.0.dates': ['2026-11-16'] },
    ...{ 'slots.1.starts': '10:00', 'slots.1.dates': ['2026-11-24'] },
  })
})

const becomes = (own: Answers, was: Answers, now: Answers): Followed => followed(own, saidOf(was), now, today)
