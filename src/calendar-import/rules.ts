/**
 * Whether a rule of repeating (RFC 5545, 3.3.10) is one that people use: by days, weeks, months or years. Rules that
 * repeat by the hour, or that a library could search for without an end (FREQ=DAILY;BYMONTHDAY=-1,-2), are refused.
 */
export const isOrdinary = (rule: string): boolean => {
  const parts = new Map(
    rule.split(';').map((part): [string, string] => {
      const [name = '', value = ''] = part.toUpperCase().split('=')
      return [name, value]
    }),
  )
  // A name that is there twice means two rules.
  if (parts.size < rule.split(';').length) return false
  if ([...parts.keys()].some(name => !known.has(name))) return false
  const frequency = parts.get('FREQ') ?? ''
  if (!['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(frequency)) return false
  if (!/^([1-9]|[1-4]\d|5[0-2])$/.test(parts.get('INTERVAL') ?? '1')) return false
  const monthDays = parts.get('BYMONTHDAY')
  if (monthDays !== undefined && (frequency !== 'MONTHLY' || !/^(-1|[1-9]|[12]\d|3[01])$/.test(monthDays)))
    return false
  return !parts.has('BYSETPOS') || (frequency === 'MONTHLY' && parts.has('BYDAY'))
}

const known = new Set([
  'FREQ',
  'INTERVAL',
  'COUNT',
  'UNTIL',
  'BYDAY',
  'BYMONTHDAY',
  'BYMONTH',
  'WKST',
  'BYSETPOS',
])
