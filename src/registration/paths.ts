import type { Intake } from './registration.ts'

/** The addresses of registering; nothing personal stands in them but an unguessable link. */
export const paths = {
  join: (language: string, intakeId: string) => `/${language}/join/${intakeId}`,
  /** The same of a closed group, for whoever was invited; without a date, all that can be chosen. */
  invited: (language: string, invite: string, intakeId?: string) =>
    ['', language, 'invited', invite, ...(intakeId ? [intakeId] : [])].join('/'),
  manage: (language: string, link: string) => `/${language}/my/${link}`,
  /** What another guardian sees of a registration. */
  shared: (language: string, link: string) => `/${language}/my/${link}/shared`,
  /** No more reminders: what mail programs call with one click. */
  noReminders: (language: string, link: string) => `/${language}/my/${link}/no-reminders`,
  /** No more news of an offer: what mail programs call with one click. */
  endAgain: (language: string, link: string) => `/${language}/no-news/${link}`,
  consents: (language: string, link: string) => `/${language}/my/${link}/consents`,
  /** Where the code that came by SMS is typed, and asked for again. */
  number: (language: string, link: string) => `/${language}/my/${link}/number`,
  findByCode: (language: string) => `/${language}/my`,
  list: (language: string, intakeId: string) => `/${language}/staff/intakes/${intakeId}`,
  sessionList: (language: string, sessionId: string) => `/${language}/staff/sessions/${sessionId}/list`,
  /** The same list on paper. */
  sessionSheet: (language: string, sessionId: string) => `/${language}/staff/sessions/${sessionId}/list.pdf`,
  /** Where the lead chooses how the places of an offer are given away. */
  placeRules: (language: string, slug: string) => `/${language}/staff/programme/${slug}/places`,
  /** Where the lead invites to a closed group. */
  closedGroup: (language: string, slug: string) => `/${language}/staff/programme/${slug}/invitation`,
  /** Where the lead chooses what families are asked besides. */
  offerQuestions: (language: string, slug: string) => `/${language}/staff/programme/${slug}/questions`,
  reminder: (language: string, slug: string) => `/${language}/staff/programme/${slug}/reminder`,
  /** Where the lead tells all families of a group something. */
  groupNotice: (language: string, slug: string) => `/${language}/staff/programme/${slug}/notice`,
  /** Who wants to know when an offer starts again. */
  again: (language: string, slug: string) => `/${language}/staff/programme/${slug}/again`,
  staffOffer: (language: string, slug: string) => `/${language}/staff/programme/${slug}`,
  act: (language: string, registrationId: string, verb: string) =>
    `/${language}/staff/registrations/${registrationId}/${verb}`,
  /** Where the programme says all about what one registers for, and its dates as a calendar file. */
  about: (language: string, intake: About) => `/${language}/${about(intake)}`,
  calendar: (language: string, intake: About) => `/${language}/${about(intake)}/calendar.ics`,
  offer: (language: string, slug: string) => `/${language}/offers/${slug}`,
  /** What else there is, for a child of so many months if given. */
  offers: (language: string, months?: number) => `/${language}/offers${agedAs(months)}`,
}

type About = Pick<Intake, 'sessionId' | 'offerSlug'>

const about = ({ sessionId, offerSlug }: About) =>
  sessionId ? `sessions/${sessionId}` : `offers/${offerSlug}`

const agedAs = (months: number | undefined) => {
  if (months === undefined) return ''
  return `?age=${months < 12 ? `${months}m` : `${Math.floor(months / 12)}y`}`
}
