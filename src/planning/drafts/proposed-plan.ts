import type { Context } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { type FormProblems, type FormValues, parseValues } from '../../platform/web/form.ts'
import { findPlan } from '../offers/store/stored-plan.ts'
import { type Answers, blankSlot, grantSlotWish, readSlotWish, tidied, withSlots } from '../plan/draft.ts'
import { answersOf, type OfferPlan, planFrom, stepForms } from '../plan/offer-plan.ts'

/** What somebody outside of the team proposes: all steps on one page, but for the places, which the lead decides. */
const proposedSteps = ['what', 'who', 'when'] as const
const fieldsOfStep = {
  what: ['texts', 'kind', 'format', 'way', 'topics'],
  when: ['place', 'isStepFree', 'slots'],
}

/** The values of an empty page, or of one that says what the offer says. */
export const valuesToPropose = (answers: Answers = { when: withSlots({}, [blankSlot]) }): FormValues => ({
  ...answers.what,
  ...answers.who,
  ...answers.when,
})

export type ReadProposed = { ok: true; answers: Answers } | { ok: false; problems: FormProblems }

/** The answers that a sent page makes, whole and right, or what is wrong with which field. */
export const readProposed = (sent: FormValues, places: FormValues = justCome): ReadProposed => {
  const values = tidied(sent)
  const problems = Object.assign(
    {},
    ...proposedSteps.map(step => {
      const parsed = parseValues(values, stepForms[step])
      return parsed.ok ? {} : parsed.problems
    }),
  )
  if (Object.keys(problems).length > 0) return { ok: false, problems }
  return {
    ok: true,
    answers: Object.fromEntries([
      ...proposedSteps.map(step => [step, valuesOfStep(step, values)]),
      ['places', places],
    ]),
  }
}

/** The page with one slot more or less, when that button was pressed; undefined for every other button. */
export const grantProposedWish = (sent: FormValues): FormValues | undefined => {
  const wish = readSlotWish(typeof sent.do === 'string' ? sent.do : '')
  return wish && grantSlotWish(tidied(sent), wish)
}

/** An offer as it stands, with the answers that would say so. */
export const readPlanOf = async (tx: Tx, { city }: Context, offerId: string) => {
  const plan = await findPlan(tx, city.id, offerId)
  return { plan, answers: answersOf(plan) }
}

/** The plan that proposed answers make; undefined when a form has become stricter since they were sent. */
export const planOfProposed = (answers: Answers): OfferPlan | undefined => planFrom(answers)

const justCome: FormValues = { registration: 'none' }

const valuesOfStep = (step: (typeof proposedSteps)[number], values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => stepOf(name) === step))

const stepOf = (name: string) => {
  const [field = ''] = name.split('.')
  if (fieldsOfStep.what.includes(field)) return 'what'
  return fieldsOfStep.when.includes(field) ? 'when' : 'who'
}
