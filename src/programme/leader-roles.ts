/** What somebody who leads can be, as a pack or a plan names it in German: for women and for men. */
const roles = {
  midwife: ['Hebamme', 'Familienhebamme'],
  educator: ['Erzieherin', 'Erzieher'],
  volunteer: ['Ehrenamtliche', 'Ehrenamtlicher'],
  counsellor: ['Beraterin', 'Berater'],
  familyCounsellor: ['Familienberaterin', 'Familienberater'],
  socialCounsellor: ['Sozialberaterin', 'Sozialberater'],
  socialWorker: ['Sozialpädagogin', 'Sozialpädagoge', 'Sozialarbeiterin', 'Sozialarbeiter'],
  courseLeader: ['Kursleiterin', 'Kursleiter', 'PEKiP-Leiterin', 'PEKiP-Leiter'],
  trainer: ['Übungsleiterin', 'Übungsleiter'],
  fathersGroupLeader: ['Vätergruppen-Leiter'],
  musicTeacher: ['Musikpädagogin', 'Musikpädagoge'],
  languageTeacher: ['Sprachlehrerin', 'Sprachlehrer'],
  danceTeacher: ['Tanzpädagogin', 'Tanzpädagoge'],
  natureTeacher: ['Waldpädagogin', 'Waldpädagoge', 'Naturpädagogin', 'Naturpädagoge'],
  mediaTeacher: ['Medienpädagogin', 'Medienpädagoge'],
  yogaTeacher: ['Yogalehrerin', 'Yogalehrer'],
  swimmingTeacher: ['Schwimmlehrerin', 'Schwimmlehrer'],
  readingVolunteer: ['Vorlesepatin', 'Vorlesepate'],
  breastfeedingCounsellor: ['Stillberaterin'],
  sleepCounsellor: ['Schlafberaterin', 'Schlafberater'],
  babywearingCounsellor: ['Trageberaterin', 'Trageberater'],
  homeEconomist: ['Hauswirtschafterin', 'Hauswirtschafter'],
  carpenter: ['Tischlerin', 'Tischler'],
  paramedic: ['Rettungssanitäterin', 'Rettungssanitäter'],
  puppeteer: ['Puppenspielerin', 'Puppenspieler'],
  psychologist: ['Psychologin', 'Psychologe'],
  physiotherapist: ['Physiotherapeutin', 'Physiotherapeut'],
  paediatrician: ['Kinderärztin', 'Kinderarzt'],
  daycareGuide: ['Kita-Lotsin', 'Kita-Lotse'],
} as const

export type LeaderRole = keyof typeof roles

/** The role a leader is named by, so that every language can say it; undefined for a name or another word. */
export const roleOf = (leader: string): LeaderRole | undefined => byWord.get(leader.trim())

const byWord = new Map(
  (Object.keys(roles) as LeaderRole[]).flatMap(role =>
    roles[role].map(word => [word, role] as [string, LeaderRole]),
  ),
)
