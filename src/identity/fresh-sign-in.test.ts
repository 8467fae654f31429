import { expect, test } from 'vitest'
import { townNow } from '../../tests/support/town.ts'
import type { StaffMember } from './actor.ts'
import { provedRecently } from './fresh-sign-in.ts'

const someone: StaffMember = {
  ...{ kind: 'staff', accountId: 'someone', name: 'Kim Beispiel' },
  ...{ memberships: [], ledOffers: [], supportedCentres: [] },
}

test.each([
  ['just now', townNow, true],
  ['nine minutes and 59 seconds ago', townNow.subtract({ minutes: 9, seconds: 59 }), true],
  ['ten minutes ago', townNow.subtract({ minutes: 10 }), false],
  ['never', undefined, false],
] as const)('proved %s', (_, provedAt, isEnough) => {
  expect(provedRecently(provedAt ? { ...someone, provedAt } : someone, townNow)).toBe(isEnough)
})

test('who is not signed in has proved nothing', () => {
  expect(provedRecently({ kind: 'visitor' }, townNow)).toBe(false)
})
