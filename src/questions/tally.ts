import type { Channel } from './question.ts'

/** What families ask about, the same for all centres so that sums can be compared. */
export const topics = [
  'daycare',
  'school',
  'forms',
  'money',
  'housing',
  'health',
  'pregnancy',
  'upbringing',
  'separation',
  'violence',
  'language',
  'work',
  'leisure',
  'other',
] as const
export type QuestionTopic = (typeof topics)[number]

/** Where a family was sent on to. */
export const targets = [
  'nowhere',
  'own-offer',
  'other-centre',
  'counselling',
  'social-services',
  'authority',
  'health',
  'daycare-or-school',
  'housing',
  'protection',
  'other',
] as const
export type Target = (typeof targets)[number]

/** The languages families speak here most; `und` is every other one, as BCP 47 calls it. */
export const spoken = ['de', 'en', 'ar', 'tr', 'uk', 'ru', 'pl', 'ro', 'bg', 'fa', 'ti', 'fr', 'und'] as const
export type Spoken = (typeof spoken)[number]

/** What is kept of an answered question: no word of it, no day, nobody. */
export type Tally = { topic: QuestionTopic; channel: Channel; language: Spoken; referredTo: Target }

/** Sums by month are all that is kept. */
export const monthOf = (day: Temporal.PlainDate) => day.with({ day: 1 })
