import * as v from 'valibot'
import { id, neededText } from '../platform/web/form-fields.ts'
import { isId } from '../platform/web/id.ts'
import { plainDigits } from '../platform/web/reachable.ts'
import { type Role, roles } from './actor.ts'

/** Support access lasts two weeks at the most; a constraint of the table says so too. */
export const longestSupportDays = 14

/** Passwords of staff have at least this many characters. */
export const shortestPassword = 12

const email = v.pipe(
  v.string('missing'),
  v.nonEmpty('missing'),
  v.email('unreadable'),
  v.maxLength(254, 'unreadable'),
)
const password = v.pipe(v.string('missing'), v.nonEmpty('missing'), v.maxLength(128, 'too-long'))
const next = v.optional(v.string())

export const signInForm = v.object({ email, password, next })

export const forgottenForm = v.object({ email })

export const demoSignInForm = v.object({ email, next })

export const codeForm = v.object({
  code: v.pipe(
    v.string('missing'),
    v.transform(code => plainDigits(code).replaceAll(/\s/g, '')),
    v.nonEmpty('missing'),
    v.maxLength(40, 'unreadable'),
  ),
  next,
})

export const setUpForm = v.object({
  token: v.pipe(v.string('missing'), v.regex(/^(mail\.)?[\w-]{16,64}$/, 'unreadable')),
  password: v.pipe(password, v.minLength(shortestPassword, 'too-short')),
})

export const passwordForm = v.object({ current: password, new: password })

export const secondFactorForm = v.object({ password })

export const passkeyForm = v.object({ id: id() })

/** A task comes as one value, a role and what it is for: `centre-lead/<id of the centre>`. */
const task = v.pipe(
  v.string('missing'),
  v.nonEmpty('missing'),
  v.transform(value => value.split('/')),
  v.check(
    ([role, placeId, ...rest]) =>
      roles.some(known => known === role) && (placeId === undefined || isId(placeId)) && rest.length === 0,
    'unreadable',
  ),
  v.transform(([role, placeId]) => ({ role: role as Role, placeId })),
)

export const addPersonForm = v.object({ name: neededText(120), email, task })

export const supportForm = v.object({
  email,
  centre: id(),
  days: v.pipe(
    v.string('missing'),
    v.transform(plainDigits),
    v.regex(/^\d{1,3}$/, 'days'),
    v.transform(Number),
    v.minValue(1, 'days'),
    v.maxValue(longestSupportDays, 'days'),
  ),
  reason: neededText(500),
})
