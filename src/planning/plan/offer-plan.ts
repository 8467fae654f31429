import type * as v from 'valibot'
import { eurosOf } from '../../platform/web/euros.ts'
import type { FormValues } from '../../platform/web/form.ts'
import { parseValues } from '../../platform/web/form.ts'
import { type Answers, withSlots } from './draft.ts'
import { placesForm, type Rhythm, rhythmNames, rhythms, whatForm, whenForm, whoForm } from './forms.ts'
import type { AskingStep } from './plan-steps.ts'

/** The schema of each step that asks something. */
export const stepForms = { what: whatForm, who: whoForm, when: whenForm, places: placesForm } as const

/** All that is said about an offer when it is planned. `id` of a slot is the series it already is, or ''. */
export type OfferPlan = v.InferOutput<typeof whatForm> &
  v.InferOutput<typeof whoForm> &
  v.InferOutput<typeof whenForm> &
  v.InferOutput<typeof placesForm>
export type Slot = OfferPlan['slots'][number]

/** Whether what was typed in a step passes its form; computed anew, so that a stricter form asks again. */
export const isAnswered =
  (answers: Answers) =>
  (step: string): boolean =>
    isAsking(step) && parseValues(answers[step] ?? {}, stepForms[step]).ok

/** The plan that the answers make, or undefined while a step is missing or no longer holds. */
export const planFrom = (answers: Answers): OfferPlan | undefined => {
  const what = parseValues(answers.what ?? {}, whatForm)
  const who = parseValues(answers.who ?? {}, whoForm)
  const when = parseValues(answers.when ?? {}, whenForm)
  const places = parseValues(answers.places ?? {}, placesForm)
  if (!what.ok || !who.ok || !when.ok || !places.ok) return undefined
  return { ...what.value, ...who.value, ...when.value, ...places.value }
}

/** The answers that make this plan: what stands in the fields when an offer is changed. */
export const answersOf = (plan: OfferPlan): Answers => ({
  what: {
    ...{ kind: plan.kind, format: plan.format, way: plan.way, topics: plan.topics },
    ...Object.fromEntries(
      Object.entries(plan.texts).flatMap(([language, text]) =>
        Object.entries(text).map(([field, words]) => [`texts.${language}.${field}`, words]),
      ),
    ),
  },
  who: {
    ...ageValues('ageFrom', plan.ageFrom),
    ...ageValues('ageUntil', plan.ageUntil),
    ...ticked('isFromPregnancy', plan.isFromPregnancy),
    ...ticked('isWithoutParents', plan.isWithoutParents),
    ...{ languages: plan.languages, audience: plan.audience, pricePer: plan.pricePer ?? 'free' },
    eases: plan.eases,
    price: plan.priceCents === 0 ? '' : eurosOf(plan.priceCents),
  },
  when: withSlots(
    { place: plan.place, ...ticked('isStepFree', plan.isStepFree) },
    plan.slots.map(slotValues),
  ),
  places: {
    ...{ registration: plan.registration, leader: plan.leader, leaders: plan.leaders },
    ...{ counts: plan.counts ?? '', places: said(plan.places), babyPlaces: said(plan.babyPlaces) },
    opensDaysBefore: said(plan.opensDaysBefore),
    closesHoursBefore: said(plan.closesHoursBefore),
    closesOn: said(plan.closesOn),
  },
})

const isAsking = (step: string): step is AskingStep => Object.hasOwn(stepForms, step)

const slotValues = (slot: Slot): FormValues => ({
  ...{ id: slot.id, rhythm: rhythmOf(slot), weekday: said(slot.weekday) },
  ...{ starts: clock(slot.starts), ends: slot.ends ? clock(slot.ends) : '' },
  ...{ firstOn: said(slot.firstOn), lastOn: said(slot.lastOn), units: said(slot.units) },
  ...{ exceptOn: slot.exceptOn.map(String), dates: slot.dates.map(String) },
  ...ticked('skipsSchoolHolidays', slot.skipsSchoolHolidays),
  ...ticked('skipsPublicHolidays', slot.skipsPublicHolidays),
  ...ticked('skipsClosingDays', slot.skipsClosingDays),
  ...(slot.partnerId && { partnerId: slot.partnerId }),
})

const rhythmOf = ({ rule, nth }: Pick<Slot, 'rule' | 'nth'>): Rhythm =>
  rhythmNames.find(name => rhythms[name].rule === rule && rhythms[name].nth === nth) ?? 'weekly'

/** Ages are said in months while they are not whole years. */
const ageValues = (name: string, months: number | null): FormValues => {
  const isYears = months === null || months % 12 === 0
  return {
    [name]: said(months === null ? null : isYears ? months / 12 : months),
    [`${name}Unit`]: isYears ? 'years' : 'months',
  }
}

const said = (value: { toString(): string } | null) => value?.toString() ?? ''
const clock = (time: Temporal.PlainTime) => time.toString({ smallestUnit: 'minute' })
const ticked = (name: string, isTicked: boolean): FormValues => (isTicked ? { [name]: 'yes' } : {})
