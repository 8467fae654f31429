import * as v from 'valibot'
import { isEmail, isPhone, plainDigits } from '../platform/web/reachable.ts'
import type { PhoneOrEmail } from './reach.ts'

/** Only what the chosen way needs is kept; whatever else was typed is forgotten. */
export const reachForm = v.variant(
  'reachBy',
  [
    v.object({ reachBy: v.picklist(['call', 'sms']), phone: phoneNumber() }),
    v.object({ reachBy: v.literal('email'), email: emailAddress() }),
    v.object({ reachBy: v.literal('visit') }),
  ],
  'required',
)

/** A telephone or an e-mail in one field, or nothing at all. */
export const contactInOneField = v.pipe(
  line(254, 'too-long'),
  v.transform(plainDigits),
  v.check(text => text === '' || isEmail(text) || (text.length <= 40 && isPhone(text)), 'contact'),
  v.transform(
    (text): PhoneOrEmail => ({
      email: text.includes('@') ? text : '',
      phone: text.includes('@') ? '' : text,
    }),
  ),
)

function phoneNumber() {
  return v.pipe(line(40, 'phone'), v.transform(plainDigits), v.check(isPhone, 'phone'))
}

function emailAddress() {
  return v.pipe(line(254, 'email'), v.check(isEmail, 'email'))
}

function line(most: number, tooLong: string) {
  return v.pipe(v.optional(v.string(), ''), v.maxLength(most, tooLong))
}
