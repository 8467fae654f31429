import { expect, test } from 'vitest'
import { publicHolidaysOf } from './holidays.ts'

test.each([
  ['2026-04-03', 'Karfreitag'],
  ['2026-04-06', 'Ostermontag'],
  ['2026-06-04', 'Fronleichnam'],
  ['2026-10-03', 'Tag der Deutschen Einheit'],
  ['2027-03-26', 'Karfreitag'],
  ['2026-04-05', undefined],
  ['2026-11-01', undefined],
  ['2026-11-23', undefined],
])('in Hessen %s is %s', async (day, name) => {
  const holidays = await publicHolidaysOf('DE', 'HE')
  expect(holidays(Temporal.PlainDate.from(day))).toBe(name)
})

test('every state has its own holidays', async () => {
  const [hessen, berlin] = await Promise.all([publicHolidaysOf('DE', 'HE'), publicHolidaysOf('DE', 'BE')])
  const womensDay = Temporal.PlainDate.from('2027-03-08')
  expect(hessen(womensDay)).toBeUndefined()
  expect(berlin(womensDay)).toBe('Internationaler Frauentag')
})
