import { describe, expect, test } from 'vitest'
import { type DateOfSeries, repeatingOf } from './repeating.ts'

describe('the rule that dates follow', () => {
  test.each([
    ['each week', ['2026-11-24', '2026-12-01', '2026-12-08'], 'FREQ=WEEKLY;BYDAY=TU', []],
    ['every second', ['2026-11-24', '2026-12-08', '2026-12-22'], 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', []],
    ['with a gap', ['2026-11-24', '2026-12-01', '2026-12-15'], 'FREQ=WEEKLY;BYDAY=TU', ['2026-12-08']],
    ['second Tuesday', ['2026-11-10', '2026-12-08', '2027-01-12'], 'FREQ=MONTHLY;BYDAY=2TU', []],
    ['last Tuesday', ['2026-11-24', '2026-12-29', '2027-01-26'], 'FREQ=MONTHLY;BYDAY=-1TU', []],
    [
      'a month left out',
      ['2026-11-10', '2026-12-08', '2027-02-09'],
      'FREQ=MONTHLY;BYDAY=2TU',
      ['2027-01-12'],
    ],
    ['a single date', ['2026-11-24'], undefined, []],
    ['over the change of the clocks', ['2027-03-23', '2027-03-30'], 'FREQ=WEEKLY;BYDAY=TU', []],
  ])('%s', (_, days, rule, except) => {
    const { repeating, alone } = repeatingOf(days.map(day => date(day)))
    expect(repeating?.rule).toBe(rule)
    expect(repeating?.except.map(slot => slot.toPlainDate().toString())).toEqual(except)
    expect(alone).toEqual([])
  })
})

test('who was moved, cancelled or put elsewhere stands instead of the date announced', () => {
  const [one, moved, gone, elsewhere] = [
    date('2026-11-24'),
    date('2026-12-02', { announced: '2026-12-01' }),
    date('2026-12-08', { isMissed: true }),
    date('2026-12-15', { place: 'Turnhalle' }),
  ]
  const last = date('2026-12-22')
  const { repeating, alone } = repeatingOf([one, moved, gone, elsewhere, last])
  expect(repeating?.regular).toEqual([one, last])
  expect(repeating?.instead.map(({ date, of }) => [date, of.toPlainDate().toString()])).toEqual([
    [moved, '2026-12-01'],
    [gone, '2026-12-08'],
    [elsewhere, '2026-12-15'],
  ])
  expect(repeating?.except).toEqual([])
  expect(alone).toEqual([])
})

test('a series moved as a whole simply has other hours', () => {
  const days = ['2026-11-25', '2026-12-02'].map(day =>
    date(day, { announced: Temporal.PlainDate.from(day).subtract({ days: 1 }).toString() }),
  )
  const { repeating } = repeatingOf(days)
  expect(repeating?.rule).toBe('FREQ=WEEKLY;BYDAY=WE')
  expect(repeating?.instead).toEqual([])
})

test('a date the rule does not know stands alone', () => {
  const extra = date('2026-11-28')
  const { repeating, alone } = repeatingOf([date('2026-11-24'), extra, date('2026-12-01')])
  expect(alone).toEqual([extra])
  expect(repeating?.regular).toHaveLength(2)
})

test('a series of which every date is cancelled still says for when', () => {
  const { repeating } = repeatingOf(['2026-11-24', '2026-12-01'].map(day => date(day, { isMissed: true })))
  expect(repeating?.regular).toEqual([])
  expect(repeating?.instead).toHaveLength(2)
  expect(repeating?.rule).toBe('FREQ=WEEKLY;BYDAY=TU')
})

function date(day: string, { announced = day, place = 'Raum 1', isMissed = false } = {}): DateOfSeries {
  const at = (on: string) => Temporal.PlainDate.from(on).toPlainDateTime('09:30')
  return { starts: at(day), ends: at(day).add({ minutes: 90 }), announced: at(announced), place, isMissed }
}
