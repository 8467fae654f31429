import * as v from 'valibot'

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

export const demoSignInForm = v.object({ email, next })

export const codeForm = v.object({
  code: v.pipe(
    v.string('missing'),
    v.transform(code => code.replaceAll(/\s/g, '')),
    v.nonEmpty('missing'),
    v.maxLength(40, 'unreadable'),
  ),
  next,
})

export const setUpForm = v.object({
  token: v.pipe(v.string('missing'), v.regex(/^[\w-]{16,64}$/, 'unreadable')),
  password,
})

export const passwordForm = v.object({ current: password, new: password })

export const secondFactorForm = v.object({ password })

export const passkeyForm = v.object({ id: v.pipe(v.string('missing'), v.uuid('unreadable')) })
