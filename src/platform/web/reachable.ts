import * as v from 'valibot'

/** Arabic and Persian digits as 0 to 9: a phone writes a number the way its keyboard speaks. */
export const plainDigits = (text: string) =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, digit => String(digit.charCodeAt(0) & 0xf))

/** With a whole domain: mail to amal@example goes nowhere. */
export const isEmail = (text: string) => v.is(v.pipe(v.string(), v.rfcEmail(), v.regex(/\.[^.]{2,}$/)), text)

/** Digits, and what people write between them; at least five digits. */
export const isPhone = (text: string) =>
  /^\+?[\d\s()/.-]{5,39}$/.test(text) && text.replace(/\D/g, '').length >= 5
