import { describe, expect, test } from 'vitest'
import { aPlan } from '../../../tests/support/offer-answers.ts'
import { slugFor } from '../../centres/index.ts'
import { type FormValues, parseValues } from '../../platform/web/form.ts'
import { grantSlotWish, readSlotWish, slotsOf } from './draft.ts'
import { answersOf, isAnswered, planFrom, stepForms } from './offer-plan.ts'
import type { AskingStep } from './plan-steps.ts'

test('what was typed makes a plan', () => {
  expect(planFrom(aPlan())).toMatchObject({
    texts: { de: { title: 'Krabbelgruppe', summary: 'Für die Kleinsten', body: '' }, en: { title: '' } },
    ...{ kind: 'encounter', format: 'drop-in', way: 'on-site', topics: ['baby'] },
    ...{
      ageFrom: 4,
      ageUntil: 12,
      isFromPregnancy: false,
      languages: ['de', 'ar'],
      priceCents: 0,
      pricePer: null,
    },
    ...{ registration: 'none', counts: null, places: null, leaders: [] },
    slots: [{ rule: 'weekly', weekday: 2, nth: null, skipsPublicHolidays: true, skipsSchoolHolidays: false }],
  })
})

test('a plan that is opened again says the same', () => {
  const answers = aPlan({
    who: {
      ageFrom: '18',
      ageFromUnit: 'months',
      ageUntil: '6',
      ageUntilUnit: 'years',
      pricePer: 'session',
      price: '2,50',
    },
    when: {
      'slots.0.rhythm': 'monthly-last',
      'slots.0.exceptOn': ['2026-12-29', ''],
      'slots.1.rhythm': 'dates',
      'slots.1.starts': '15:00',
      'slots.1.dates': ['2027-02-01', '2027-01-04', '2027-01-04'],
    },
    places: {
      registration: 'course',
      counts: 'person',
      places: '14',
      babyPlaces: '6',
      closesOn: '2026-12-01',
    },
  })
  const plan = planFrom(answers)
  expect(plan?.slots).toMatchObject([
    { rule: 'monthly', nth: -1, exceptOn: [day('2026-12-29')] },
    { rule: 'dates', firstOn: day('2027-01-04'), dates: [day('2027-01-04'), day('2027-02-01')] },
  ])
  expect(planFrom(answersOf(plan ?? never()))).toEqual(plan)
})

describe('a step names the field and what is wrong', () => {
  test.each<[AskingStep, FormValues, Record<string, string>]>([
    ['what', { 'texts.de.title': '' }, { 'texts.de.title': 'missing' }],
    ['what', { 'texts.en.summary': 'For the smallest' }, { 'texts.en.title': 'title-missing' }],
    ['what', { kind: 'party' }, { kind: 'missing' }],
    ['what', { 'texts.de.title': 'x'.repeat(121) }, { 'texts.de.title': 'too-long' }],
    [
      'who',
      { ageFrom: '3', ageFromUnit: 'years', ageUntil: '12', ageUntilUnit: 'months' },
      { ageUntil: 'ages-reversed' },
    ],
    ['who', { ageFrom: 'three' }, { ageFrom: 'not-a-number' }],
    ['who', { languages: [] }, { languages: 'missing' }],
    ['who', { pricePer: 'session' }, { price: 'price-missing' }],
    ['who', { price: '5' }, { price: 'free-but-priced' }],
    ['who', { pricePer: 'session', price: 'ein Euro' }, { price: 'not-a-price' }],
    ['when', { 'slots.0.starts': '' }, { 'slots.0.starts': 'missing' }],
    ['when', { 'slots.0.starts': '25:00' }, { 'slots.0.starts': 'not-a-time' }],
    ['when', { 'slots.0.ends': '09:00' }, { 'slots.0.ends': 'ends-before-start' }],
    ['when', { 'slots.0.firstOn': '2026-02-30' }, { 'slots.0.firstOn': 'not-a-date' }],
    ['when', { 'slots.0.lastOn': '2026-11-01' }, { 'slots.0.lastOn': 'last-before-first' }],
    ['when', { 'slots.0.lastOn': '2036-11-01' }, { 'slots.0.lastOn': 'too-far' }],
    ['when', { 'slots.0.weekday': '' }, { 'slots.0.weekday': 'missing' }],
    ['when', { 'slots.0.rhythm': '' }, { 'slots.0.rhythm': 'missing' }],
    ['when', { 'slots.0.rhythm': 'yearly' }, { 'slots.0.rhythm': 'rhythm-unknown' }],
    ['when', { 'slots.0.rhythm': 'monthly-5' }, { 'slots.0.rhythm': 'rhythm-unknown' }],
    ['when', { 'slots.0.rhythm': 'dates' }, { 'slots.0.dates': 'missing' }],
    ['when', { 'slots.0.units': '0' }, { 'slots.0.units': 'too-small' }],
    ['places', { registration: 'session' }, { counts: 'missing', places: 'missing' }],
    ['places', { registration: 'maybe' }, { registration: 'missing' }],
    ['places', { registration: 'course', counts: 'child', places: '0' }, { places: 'too-small' }],
  ])('%s %j', (step, typed, problems) => {
    const values = { ...aPlan()[step], ...typed }
    expect(parseValues(values, stepForms[step])).toMatchObject({ ok: false, problems })
    expect(isAnswered(aPlan({ [step]: typed }))(step)).toBe(false)
  })
})

test('with a step missing there is no plan', () => {
  const { when: _, ...answers } = aPlan()
  expect(planFrom(answers)).toBeUndefined()
})

test('a slot more and a slot less leave the others as they were typed', () => {
  const values = { place: 'Saal', 'slots.0.starts': 'half past', 'slots.1.starts': '15:00' }
  const more = grantSlotWish(values, { wish: 'add' })
  expect(slotsOf(more).map(slot => slot.starts)).toEqual(['half past', '15:00', undefined])
  expect(grantSlotWish(more, { wish: 'remove', slot: 1 })).toMatchObject({
    place: 'Saal',
    'slots.1.rhythm': 'weekly',
  })
  expect([readSlotWish('add'), readSlotWish('remove-2'), readSlotWish('next')]).toEqual([
    { wish: 'add' },
    { wish: 'remove', slot: 2 },
    undefined,
  ])
})

test('a slot of as many fields as a form may carry is read at once', () => {
  const many = Object.fromEntries(Array.from({ length: 18_000 }, (_, index) => [`slots.0.f${index}`, '']))
  const begun = performance.now()
  expect(Object.keys(slotsOf(many)[0] ?? {})).toHaveLength(18_000)
  // Copied for each of them, the slot takes a minute.
  expect(performance.now() - begun).toBeLessThan(2_000)
})

test.each([
  ['Krabbelgruppe „Käfer“ & Co', 'kiez-westend', 1, 'westend-krabbelgruppe-kaefer-co'],
  ['Straßenfest', 'kiez-westend', 2, 'westend-strassenfest-2'],
  ['لقاء', 'zentrum', 1, 'zentrum'],
])('%s at %s (%i) is called %s in addresses', (title, centre, attempt, slug) => {
  expect(slugFor(title, centre, attempt)).toBe(slug)
})

const day = (text: string) => Temporal.PlainDate.from(text)
const never = (): never => {
  throw new Error('There is no plan')
}
