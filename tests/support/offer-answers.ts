import type { Answers } from '../../src/planning/plan/draft.ts'
import type { AskingStep } from '../../src/planning/plan/plan-steps.ts'

/** What a lead types to plan a weekly group on Tuesdays to which one just comes, unless the test types otherwise. */
export const aPlan = (typed: Partial<Record<AskingStep, object>> = {}): Answers => ({
  what: { ...usual.what, ...typed.what },
  who: { ...usual.who, ...typed.who },
  when: { ...usual.when, ...typed.when },
  places: { ...usual.places, ...typed.places },
})

const usual = {
  what: {
    ...{ 'texts.de.title': 'Krabbelgruppe', 'texts.de.summary': 'Für die Kleinsten' },
    ...{ kind: 'encounter', format: 'drop-in', way: 'on-site', topics: ['baby'] },
  },
  who: {
    ...{ ageFrom: '4', ageFromUnit: 'months', ageUntil: '1', ageUntilUnit: 'years' },
    ...{ languages: ['de', 'ar'], audience: 'everyone', pricePer: 'free' },
  },
  when: {
    ...{ place: 'Gruppenraum', isStepFree: 'yes' },
    ...{
      'slots.0.rhythm': 'weekly',
      'slots.0.weekday': '2',
      'slots.0.starts': '09:30',
      'slots.0.ends': '11:00',
    },
    ...{
      'slots.0.firstOn': '2026-11-24',
      'slots.0.lastOn': '2027-01-12',
      'slots.0.skipsPublicHolidays': 'yes',
    },
  },
  places: { registration: 'none', leader: 'Hebamme' },
}
