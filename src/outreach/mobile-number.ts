/**
 * A number that takes an SMS, as gateways want it: +4917139200. Undefined for a landline, and for one abroad, where
 * an SMS can cost a hundred times as much: there somebody calls.
 */
export function mobileNumber(typed: string, country: string): string | undefined {
  const plan = plans[country]
  if (!plan) return undefined
  const digits = typed.replaceAll(/[^\d+]/g, '')
  const national = withoutPrefix(digits, plan.prefix)
  return national && plan.mobile.test(national) ? `+${plan.prefix}${national}` : undefined
}

/** A number that begins like one of a mobile phone, and is none: digits are missing, or too many. */
export function isBrokenMobileNumber(typed: string, country: string): boolean {
  const plan = plans[country]
  const national = plan && withoutPrefix(typed.replaceAll(/[^\d+]/g, ''), plan.prefix)
  return national !== undefined && plan?.start?.test(national) === true && !plan.mobile.test(national)
}

/** How a country numbers its mobile phones, without the 0 in front; in Austria landlines begin alike. */
const plans: Partial<Record<string, { prefix: string; mobile: RegExp; start?: RegExp }>> = {
  DE: { prefix: '49', mobile: /^1(5\d{9}|[67]\d{8,9})$/, start: /^1[567]/ },
  AT: { prefix: '43', mobile: /^6\d{7,12}$/ },
  CH: { prefix: '41', mobile: /^7[5-9]\d{7}$/, start: /^7[5-9]/ },
}

function withoutPrefix(digits: string, prefix: string) {
  // A 0 that was left behind in brackets, +49 (0) 171, belongs to neither way of writing.
  for (const start of [`+${prefix}`, `00${prefix}`])
    if (digits.startsWith(start)) return digits.slice(start.length).replace(/^0/, '')
  return digits.startsWith('0') && !digits.startsWith('00') ? digits.slice(1) : undefined
}
