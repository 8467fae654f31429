import { expect, test } from 'vitest'
import { dayFrom } from './day.ts'

test('a day is read as it is written', () => {
  expect(dayFrom('2026-11-23')?.toString()).toBe('2026-11-23')
})

test.each([
  '',
  '2026-02-30',
  '2026-11-23T10:00',
  '2026-11-23[u-ca=gregory]',
  '+275760-09-13',
  '-271821-04-20',
  '9999-12-31',
  '٢٠٢٦-١١-٢٣',
])('no database or calendar is troubled with "%s"', text => {
  expect(dayFrom(text)).toBeUndefined()
})
