import * as v from 'valibot'
import { type FormProblems, parseForm } from '../platform/web/form.ts'
import type { Party } from './party.ts'
import { units } from './places.ts'
import type { Contact } from './registration.ts'

export type Problems = FormProblems

/** What a family typed about itself: how to call it, who comes, how to reach it. */
export type Typed = { called: string; party: Party; contact: Contact }
export type Known = { party: Party; contact: Contact }
export type Reading = { ok: true; value: Typed } | { ok: false; problems: Problems }

/** Reads the whole form and names everything that needs mending at once. `known` is what is stored already. */
export const readRegistration = (form: FormData, today: Temporal.PlainDate, known?: Known): Reading => {
  const called = parseForm(form, calledForm)
  const party = readParty(form, today, known?.party.children)
  const contact = readContact(form, known?.contact)
  if (called.ok && party.ok && contact.ok) {
    return { ok: true, value: { ...called.value, party: party.value, contact: contact.value } }
  }
  const parts = [called, party, contact]
  return { ok: false, problems: Object.assign({}, ...parts.map(part => (part.ok ? {} : part.problems))) }
}

/** The secret of the rendered form; without it the form did not come from us. */
export const renderingKeyForm = v.object({
  renderingKey: v.pipe(v.string('stale'), v.regex(/^[\w-]{16,64}$/, 'stale')),
})

export const codeForm = v.object({
  code: v.pipe(v.string('required'), v.nonEmpty('required'), v.maxLength(40, 'code')),
})

/** How many places one limit has. */
export const placesForm = v.object({
  unit: v.picklist(units, 'required'),
  places: v.pipe(v.string('number'), v.regex(/^\d{1,3}$/, 'number'), v.transform(Number)),
})

const calledForm = v.object({
  called: v.pipe(v.optional(v.string(), ''), v.nonEmpty('required'), v.maxLength(80, 'too-long')),
})

const partyForm = v.object({
  adults: v.pipe(
    v.optional(v.string(), '1'),
    v.regex(/^\d{1,2}$/, 'number'),
    v.transform(Number),
    v.maxValue(20, 'too-many'),
  ),
  childName: list(80),
  childMonth: list(2),
  childYear: list(4),
})

const contactForm = v.object({
  email: v.pipe(v.optional(v.string(), ''), v.maxLength(254, 'too-long')),
  phone: v.pipe(v.optional(v.string(), ''), v.maxLength(40, 'too-long')),
})

type Part<Value> = { ok: true; value: Value } | { ok: false; problems: Problems }

/** A row with nothing in it is no child; one with something must be whole. A known child may leave its month empty. */
const readParty = (form: FormData, today: Temporal.PlainDate, known: Party['children'] = []): Part<Party> => {
  const parsed = parseForm(form, partyForm)
  if (!parsed.ok) return parsed
  const { adults, childName, childMonth, childYear } = parsed.value
  const problems: Problems = {}
  const children = childName.flatMap((firstName, row) => {
    const [month = '', year = ''] = [childMonth[row], childYear[row]]
    if (!firstName && !month && !year) return []
    if (!firstName) problems[`childName.${row}`] = 'required'
    const kept = !month && !year ? known[row]?.bornIn : undefined
    const bornIn = kept ?? monthOf(month, year, today)
    if (!bornIn) problems[`childMonth.${row}`] = month && year ? 'month' : 'required'
    return bornIn ? [{ firstName, bornIn }] : []
  })
  if (adults + children.length === 0) problems.childName = 'nobody'
  return Object.keys(problems).length > 0
    ? { ok: false, problems }
    : { ok: true, value: { adults, children } }
}

/** One way to be reached is enough, none is fine. In a change, nothing typed leaves what is stored. */
const readContact = (form: FormData, known?: Contact): Part<Contact> => {
  const parsed = parseForm(form, contactForm)
  if (!parsed.ok) return parsed
  const { email, phone } = parsed.value
  if (email && phone) return { ok: false, problems: { phone: 'one-is-enough' } }
  if (email)
    return isEmail(email)
      ? { ok: true, value: { kind: 'email', email } }
      : { ok: false, problems: { email: 'email' } }
  if (phone)
    return isPhone(phone)
      ? { ok: true, value: { kind: 'phone', phone } }
      : { ok: false, problems: { phone: 'phone' } }
  return { ok: true, value: known ?? { kind: 'none' } }
}

const isEmail = (text: string) => v.is(v.pipe(v.string(), v.rfcEmail()), text)
const isPhone = (text: string) => /^\+?[\d\s()/.-]{5,39}$/.test(text) && text.replace(/\D/g, '').length >= 5

const monthOf = (month: string, year: string, today: Temporal.PlainDate) => {
  if (!/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return undefined
  if (Number(month) < 1 || Number(month) > 12) return undefined
  const bornIn = Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: 1 })
  const isPossible = Temporal.PlainDate.compare(bornIn, today) <= 0 && bornIn.year > today.year - 26
  return isPossible ? bornIn : undefined
}

function list(longest: number) {
  return v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.maxLength(longest, 'too-long'))), v.maxLength(20, 'too-many')),
    [],
  )
}
