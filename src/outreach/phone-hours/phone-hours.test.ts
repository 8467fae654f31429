import { expect, test } from 'vitest'
import { parseValues } from '../../platform/web/form.ts'
import { phoneHoursForm } from './phone-hours.ts'

test.each([
  ['09:00', '17:30', true],
  ['07:00', '21:00', true],
  ['08:00', '12:00', true],
  ['08:00', '11:59', false],
  ['06:59', '12:00', false],
  ['12:00', '21:01', false],
  ['20:00', '08:00', false],
  ['08:00', '', false],
  ['8', '20', false],
])('telephones of a centre may ring from %s to %s: %s', (from, until, mayBe) =>
  expect(parseValues({ from, until }, phoneHoursForm)).toMatchObject(
    mayBe ? { ok: true, value: { from, until } } : { ok: false },
  ),
)
