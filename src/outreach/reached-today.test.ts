import { describe, expect, test } from 'vitest'
import { areSameHours, asOfToday, type Reached } from './reached-today.ts'

const written = {
  ...{ kind: 'reminder', state: 'waiting' as const, channel: 'phone' as const, address: '0171 1' },
  ...{ isNeutral: false, hours: undefined },
}
const mornings = { from: '09:00', until: '12:00' }
const family: Reached = {
  ...{ pageId: 'page', kind: 'phone', address: '0171 1', isSafe: false, hours: null },
  ...{ isConfirmed: true, isLocked: false },
}

describe('what was written goes as the family is reached today', () => {
  test.each([
    ['nothing has changed', {}, {}, { address: '0171 1', isConfirmed: true, isAsWritten: true }],
    ['another number', {}, { address: '0171 2' }, { address: '0171 2', isAsWritten: false }],
    [
      'an e-mail',
      {},
      { kind: 'email', address: 'a@example.org' },
      { channel: 'email', address: 'a@example.org', isConfirmed: false },
    ],
    ['no way at all', {}, { kind: 'none', address: '' }, { channel: 'paper', address: '' }],
    ['safe contact', {}, { isSafe: true, hours: mornings }, { isNeutral: true, hours: mornings }],
    [
      'careful once, careful still',
      { isNeutral: true, hours: mornings },
      {},
      { isNeutral: true, hours: mornings },
    ],
    ['a lock', {}, { isLocked: true }, { isLocked: true }],
    [
      'a letter stays with its address, and is careful all the same',
      { kind: 'letter' },
      { address: '0171 2', isSafe: true },
      { address: '0171 1', isNeutral: true, isConfirmed: false },
    ],
    ['a notice stays on its phones', { channel: 'push', address: '' }, {}, { channel: 'push', address: '' }],
    [
      'what came back to the one e-mail there is',
      { state: 'bounced', channel: 'email', address: '' },
      { kind: 'email', address: 'a@example.org' },
      { channel: 'email', address: '' },
    ],
    [
      'what came back, and there is a number now',
      { state: 'bounced', channel: 'email', address: '' },
      {},
      { channel: 'phone', address: '0171 1' },
    ],
    ['what was told', { state: 'sent', address: '' }, { isSafe: true }, { address: '', isNeutral: false }],
  ] as const)('%s', (_today, before, now, expected) => {
    expect(asOfToday({ ...written, ...before }, { ...family, ...now })).toMatchObject(expected)
  })

  test('of a family that is gone, or never was one, it goes as it was written', () => {
    const { kind: _, state: __, ...asWritten } = written
    expect(asOfToday(written, undefined)).toMatchObject(asWritten)
  })
})

test.each([
  [undefined, undefined, true],
  [mornings, undefined, false],
  [mornings, { until: '12:00', from: '09:00' }, true],
  [mornings, { ...mornings, until: '13:00' }, false],
  [{ ...mornings, days: [2, 1] }, { ...mornings, days: [1, 2] }, true],
  [{ ...mornings, days: [1] }, mornings, false],
])('%j and %j are the same hours: %s', (one, other, expected) => {
  expect(areSameHours(one, other)).toBe(expected)
})
