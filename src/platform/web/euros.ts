import { plainDigits } from './reachable.ts'

/** An amount as people type it (5, 5,50 or 5.50 €) in cents; undefined for whatever is no amount below 10,000 €. */
export const centsFrom = (text: string): number | undefined => {
  const [, euros = '', cents = ''] = plainDigits(text).match(/^(\d{1,4})(?:[.,٫](\d{1,2}))?\s?€?$/) ?? []
  return euros === '' ? undefined : Number(euros) * 100 + Number(cents.padEnd(2, '0'))
}

/** Cents as they stand in a field: 5,50. */
export const eurosOf = (cents: number) => (cents / 100).toFixed(2).replace('.', ',')
