import * as v from 'valibot'
import { type Context, todayIn } from '../identity/index.ts'
import { type Contact, isBrokenMobileNumber } from '../outreach/index.ts'
import { type FormProblems, parseForm } from '../platform/web/form.ts'
import { renderingKey } from '../platform/web/form-fields.ts'
import { isEmail, isPhone, plainDigits } from '../platform/web/reachable.ts'
import { type Child, childrenOfWrongAge, lacksAdult, type Party, sizeOf } from './party.ts'
import { placesNeeded, units } from './places.ts'
import type { Intake } from './registration.ts'
import { safetyForm, safetyOf } from './safe-contact.ts'

export type Problems = FormProblems

/** What a family typed about itself: how to call it, who comes, how to reach it. */
export type Typed = { called: string; party: Party; contact: Contact }
export type Known = { party: Party; contact: Contact }

/** `misfits` are the children whose age is the problem. */
export type Reading =
  | { ok: true; value: Typed }
  | { ok: false; problems: Problems; misfits: readonly Child[] }

type Asked = {
  today: Temporal.PlainDate
  /** Whose mobile phones are known by their numbers. */
  country: string
  /** What they register for: whom it counts and which ages fit. */
  intake: Pick<Intake, 'counts' | 'isWithoutParents' | 'ageFrom' | 'ageUntil' | 'ageOn'>
  /** What is stored already. */
  known?: Known
}

/** What a form is read by: the day, and the country whose numbers are typed. */
export const hereAndNow = (context: Context): Pick<Asked, 'today' | 'country'> => ({
  ...{ today: todayIn(context), country: context.city.country },
})

/** Reads the whole form and names everything that needs mending at once, the ages too. */
export const readRegistration = (form: FormData, { today, country, intake, known }: Asked): Reading => {
  const called = parseForm(form, calledForm)
  const adults = parseForm(form, adultsForm)
  const children = readChildren(form, today, known?.party.children)
  const contact = readContact(form, country, known?.contact)
  const misfits = children.ok
    ? childrenOfWrongAge({ adults: 0, children: children.value }, intake, intake.ageOn)
    : []
  const party = adults.ok && children.ok && { ...adults.value, children: children.value }
  const nobody = party && isNobody(party, intake)
  const nobodyAlong = party && lacksAdult(party, intake)
  if (called.ok && party && contact.ok && !nobody && !nobodyAlong && misfits.length === 0) {
    return { ok: true, value: { ...called.value, party, contact: contact.value } }
  }
  const parts = [called, children, adults, contact].map(part => (part.ok ? {} : part.problems))
  const problems: Problems = Object.assign({}, ...parts)
  if (nobody) problems[intake.counts === 'adult' ? 'adults' : 'childName'] = 'nobody'
  if (nobodyAlong) problems.adults = 'nobody-along'
  if (misfits.length > 0) problems.childName = 'wrong-age'
  return { ok: false, problems, misfits }
}

/** The secret of the rendered form; without it the form did not come from us. */
export const renderingKeyForm = v.object({ renderingKey })

export const codeForm = v.object({
  code: v.pipe(
    v.string('required'),
    v.nonEmpty('required'),
    v.maxLength(40, 'code'),
    v.transform(plainDigits),
  ),
})

/** How many places one limit has. */
export const placesForm = v.object({
  unit: v.picklist(units, 'required'),
  places: v.pipe(
    v.string('number'),
    v.transform(plainDigits),
    v.regex(/^\d{1,3}$/, 'number'),
    v.transform(Number),
  ),
})

/**
 * One line that names somebody. It stands in letters that leave our house, so that nobody writes an address or a second
 * line into them.
 */
const isName = (text: string) => !/[\p{Cc}\p{Zl}\p{Zp}]|:\/\/|www\./iu.test(text)
const name = v.pipe(v.string(), v.maxLength(80, 'too-long'), v.check(isName, 'name'))

/** How somebody wants to be called. */
export const neededName = v.pipe(v.optional(v.string(), ''), v.nonEmpty('called'), name)

const calledForm = v.object({ called: neededName })

const adultsForm = v.object({
  adults: v.pipe(
    v.optional(v.string(), '1'),
    v.transform(plainDigits),
    v.regex(/^\d{1,2}$/, 'number'),
    v.transform(Number),
    v.maxValue(20, 'too-many'),
  ),
})

const rows = (text: v.GenericSchema<string, string>) =>
  v.optional(v.pipe(v.array(text), v.maxLength(20, 'too-many')), [])

const childrenForm = v.object({
  childName: rows(name),
  childMonth: rows(v.pipe(v.string(), v.maxLength(2, 'month'))),
  childYear: rows(v.pipe(v.string(), v.maxLength(4, 'month'), v.transform(plainDigits))),
})

const contactForm = v.object({
  email: v.pipe(v.optional(v.string(), ''), v.maxLength(254, 'too-long')),
  phone: v.pipe(v.optional(v.string(), ''), v.maxLength(40, 'too-long'), v.transform(plainDigits)),
})

type Part<Value> = { ok: true; value: Value } | { ok: false; problems: Problems }

/** A row with nothing in it is no child; one with something must be whole. A known child may leave its month empty. */
const readChildren = (
  form: FormData,
  today: Temporal.PlainDate,
  known: readonly Child[] = [],
): Part<readonly Child[]> => {
  const parsed = parseForm(form, childrenForm)
  if (!parsed.ok) return { ok: false, problems: atTheirMonth(parsed.problems) }
  const { childName, childMonth, childYear } = parsed.value
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
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, value: children }
}

/** Month and year are one question, and its fault stands at the month. */
const atTheirMonth = (problems: Problems): Problems =>
  Object.fromEntries(
    Object.entries(problems).map(([field, code]) => [field.replace(/^childYear\./, 'childMonth.'), code]),
  )

const isNobody = (party: Party, { counts, ageOn }: Asked['intake']) =>
  party.adults + party.children.length === 0 || placesNeeded(counts, sizeOf(party, ageOn)) === 0

/**
 * One way to be reached is enough, none is fine. Browsers fill in both by themselves: then the e-mail counts. In a
 * change, nothing typed leaves what is stored, and how careful we are stays as the family has said.
 */
const readContact = (form: FormData, country: string, known?: Contact): Part<Contact> => {
  const parsed = parseForm(form, contactForm)
  if (!parsed.ok) return parsed
  const safety = known ? { ok: true as const, value: safetyOf(known) } : parseForm(form, safetyForm)
  if (!safety.ok) return safety
  const { email, phone } = parsed.value
  if (email)
    return isEmail(email)
      ? { ok: true, value: { kind: 'email', email, ...safety.value } }
      : { ok: false, problems: { email: 'email' } }
  if (phone) {
    if (!isPhone(phone)) return { ok: false, problems: { phone: 'phone' } }
    if (isBrokenMobileNumber(phone, country)) return { ok: false, problems: { phone: 'mobile' } }
    return { ok: true, value: { kind: 'phone', phone, ...safety.value } }
  }
  return { ok: true, value: known ?? { kind: 'none', ...safety.value } }
}

/** The first day of the month; "23" is 2023. */
const monthOf = (month: string, year: string, today: Temporal.PlainDate) => {
  if (!/^\d{1,2}$/.test(month) || !/^(\d{2}|\d{4})$/.test(year)) return undefined
  if (Number(month) < 1 || Number(month) > 12) return undefined
  const whole = year.length === 2 ? 2000 + Number(year) : Number(year)
  const bornIn = Temporal.PlainDate.from({ year: whole, month: Number(month), day: 1 })
  const isPossible = Temporal.PlainDate.compare(bornIn, today) <= 0 && bornIn.year > today.year - 26
  return isPossible ? bornIn : undefined
}
