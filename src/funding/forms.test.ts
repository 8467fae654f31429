import { describe, expect, test } from 'vitest'
import { parseValues } from '../platform/web/form.ts'
import { amountForm } from './forms.ts'

describe('euros as people write them', () => {
  test.each([
    ['12500', 12_500_00],
    ['12.500', 12_500_00],
    ['12 500,5', 12_500_50],
    ['12.500,50', 12_500_50],
    ['12500.05', 12_500_05],
    ['0', 0],
  ])('%s', (cents, expected) => {
    const typed = parseValues({ cents, source: 'Amt' }, amountForm)
    expect(typed.ok && typed.value.cents).toBe(expected)
  })

  test.each(['', '-1', '1,2,3', '12.50.00', 'viel', '999999999'])('not %o', cents => {
    expect(parseValues({ cents, source: 'Amt' }, amountForm).ok).toBe(false)
  })
})
