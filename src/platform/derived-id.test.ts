import { expect, test } from 'vitest'
import { derivedId } from './derived-id.ts'

test('what was derived once is derived again: calendars that were read are known by it', () => {
  expect(derivedId('centre', 'event@example.org')).toBe('0362be86-44ce-86f9-88a1-fa0caedad7a1')
})
