import type { FormValues } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Problems } from '../forms.ts'
import type { Registration } from '../registration.ts'
import type { PartyValues } from './party-fields.tsx'
import { safeValuesOf, typedSafeValues } from './safe-fields.tsx'

/** An empty form: one adult, one child to be filled in. */
export const emptyParty: PartyValues = {
  ...{ called: '', adults: '1', email: '', phone: '', safe: safeValuesOf() },
  ...{ comesFirst: false, word: '' },
  children: [{ firstName: '', month: '', year: '' }],
}

/** What was typed, to show it again; with one more child if that was asked for. */
export const typedParty = (typed: FormValues, addChild = false): PartyValues => {
  const text = (name: string) => (typeof typed[name] === 'string' ? typed[name] : '')
  const list = (name: string) => (Array.isArray(typed[name]) ? typed[name] : [])
  const rows = Math.min(20, Math.max(1, list('childName').length) + (addChild ? 1 : 0))
  return {
    ...{ called: text('called'), adults: text('adults') || '1' },
    ...{ email: text('email'), phone: text('phone'), safe: typedSafeValues(typed) },
    ...{ comesFirst: text('comesFirst') === 'yes', word: text('word') },
    children: Array.from({ length: rows }, (_, row) => ({
      firstName: list('childName')[row] ?? '',
      month: list('childMonth')[row] ?? '',
      year: list('childYear')[row] ?? '',
    })),
  }
}

/**
 * A stored registration as a form. Months of birth and the contact are not shown: whoever finds the link learns
 * first names and the session, nothing more. Left empty they stay as they are.
 */
export const storedParty = ({ household, party }: Registration): PartyValues => ({
  ...emptyParty,
  ...{ called: household.called, adults: String(party.adults) },
  children: [
    ...party.children.map(({ firstName }) => ({ firstName, month: '', year: '' })),
    ...(party.children.length ? [] : emptyParty.children),
  ],
})

/** What the sentences of problems fill in: the children concerned, the ages that fit, whom to call. */
type Filling = { names?: readonly string[]; ages?: string | undefined; phone?: string }

/** The problems of a form as sentences that say how to mend them. */
export const sentencesFor = (
  problems: Problems,
  { t, list }: Wording,
  { names = [], ages, phone }: Filling = {},
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(problems).map(([field, code]) => [
      field,
      isRefusal(code)
        ? t(`registration.refused.${code}`)
        : t(`registration.problem.${asKnown(code)}`, { names: list(names), ages, phone }),
    ]),
  )

/** Nobody can register now, whatever is mended. */
const isRefusal = (code: string): code is (typeof refusals)[number] => refusals.some(known => known === code)

const refusals = ['stopped', 'not-open-yet', 'closed'] as const

const codes = [
  ...(['required', 'number', 'too-long', 'too-many', 'month', 'called', 'name'] as const),
  ...(['nobody', 'nobody-along', 'email', 'phone', 'mobile', 'stale', 'code', 'hours'] as const),
  ...(['too-often', 'too-many-letters', 'no-room', 'wrong-age', 'word'] as const),
]

const asKnown = (code: string) => codes.find(known => known === code) ?? 'required'
