import { type RegistrationState, registrationStates } from '../registration.ts'

/** What has just happened to a registration, as it stands in the address after a form was sent. */
export type News = keyof typeof fitting

/** The news of an address, if it is one. */
export const asNews = (text: string | undefined) =>
  Object.keys(fitting).find((news): news is News => news === text)

/** An address may be opened again later: news that no longer agree with the registration are left out. */
export const newsThatFits = (state: RegistrationState, news: News | undefined) =>
  news && fitting[news].some(fits => fits === state) ? news : undefined

const all = registrationStates

const fitting = {
  registered: ['confirmed', 'waiting'],
  'some-dates': ['confirmed', 'waiting'],
  changed: all,
  accepted: ['confirmed'],
  declined: ['declined'],
  cancelled: ['cancelled'],
  'left-the-line': ['cancelled'],
  'too-late': ['expired'],
  brings: ['confirmed'],
  'not-all': ['confirmed'],
  away: ['confirmed'],
  'comes-after-all': ['confirmed'],
  'nothing-offered': all,
  'already-ended': all,
  safe: all,
  'number-confirmed': all,
  'code-sent': all,
} satisfies Record<string, readonly RegistrationState[]>
