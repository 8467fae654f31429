import type { Written } from './introduction.ts'
/** A centre as it stands in a list and on the map. */
export type Centre = {
  id: string
  slug: string
  name: string
  street: string
  postalCode: string
  town: string
  phone: string
  email: string
  latitude: number | null
  longitude: number | null
  colour: string
  isStepFree: boolean
  /** Not a real centre: its real counterpart is not known to us. */
  isExample: boolean
  districtCode: string
  districtName: string
  /** Stands in the district that was asked for, or answers for one of its quarters. */
  isLocal: boolean
  /** From the middle of that district, in kilometres; null when no district was asked for. */
  distanceKm: number | null
}

export type District = { code: string; name: string }

/** A long name such as Westend/Bleichstraße may break after the stroke. */
export const breakable = (name: string) => name.replaceAll('/', '/\u200b')

/** When a centre is open; more than once a day where it closes for lunch. */
export type OpeningHours = {
  weekday: number
  opens: Temporal.PlainTime
  closes: Temporal.PlainTime
  notes: Record<string, string>
}

/** All that the page of a centre says, besides its plan; its words are in `language`. */
export type CentreDetails = Omit<Centre, 'isLocal' | 'distanceKm'> & {
  providerId: string
  language: string
  about: string
  /** How to get there in words; null where nobody has written it down. */
  arrival: Written | null
  /** What is not real or not known about it. */
  note: string
  hours: OpeningHours[]
  provider: Omit<Provider, 'authorityUrl' | 'isExample' | 'centres'>
}

/** Who runs centres and answers for the data of their families. */
export type Provider = {
  slug: string
  name: string
  law: 'DSGVO' | 'KDG' | 'DSG-EKD'
  dataProtectionOfficer: string
  dataProtectionEmail: string
  authority: string
  authorityUrl: string
  isExample: boolean
  centres: { slug: string; name: string }[]
}
