import type { CancelReason } from '../outreach/index.ts'
import type { PlaceRules } from '../registration/index.ts'
import type { AgeSpan } from './age.ts'
import type { PublicIntake } from './places.ts'
import type { Ease, Format, ForWhom, Kind, Topic, Way } from './vocabulary.ts'

/** A sentence of a centre, in the language it was found in: the reader's, or else the one it was written in. */
export type Spoken = { text: string; language: string }

/** A date of an offer. */
export type SessionFacts = {
  id: string
  heldOn: Temporal.PlainDate
  starts: Temporal.PlainTime
  /** Null where it ends when the last family leaves. */
  ends: Temporal.PlainTime | null
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant | null
  /** When it was to begin as first announced; null unless it was moved. */
  movedFrom: Temporal.Instant | null
  /** Where it is held, who leads it, what is spoken there and what makes it easy, where that is not as the offer says. */
  ownPlace: string | null
  ownLeader: string | null
  ownLanguages: string[] | null
  ownEases: Ease[] | null
  /** Its room was taken by somebody else, so that no room is named. */
  lacksRoom: boolean
  /** Neither in a room of the centre nor where one of its offers is: the address of the centre would lead astray. */
  isElsewhere: boolean
  /** How often its time, place or state has changed (SEQUENCE in RFC 5545), and when anything of it did. */
  sequence: number
  changedAt: Temporal.Instant | null
  /** Null unless it is cancelled; with the next date that takes place, if there is one. */
  cancelled: {
    reason: CancelReason
    note: string
    nextOn: Temporal.PlainDate | null
    nextId: string | null
  } | null
}

/** What a family reads in a list: an offer, where it is, and its date if it has one. */
export type Entry = {
  offerId: string
  slug: string
  title: Spoken
  summary: string
  kind: Kind
  format: Format
  way: Way
  topics: Topic[]
  /** Spoken on its date, which may have languages of its own. */
  languages: string[]
  audience: ForWhom
  ages: AgeSpan
  isFromPregnancy: boolean
  priceCents: number
  pricePer: 'session' | 'course' | 'family-session' | null
  /** As is known of the room where its date is held; of no known room, as the offer says. */
  isStepFree: boolean
  /** What makes it easy to come, on its date. */
  eases: Ease[]
  /** Where its date is held, which may have a place of its own. */
  place: string
  registration: 'none' | 'session' | 'course'
  centre: { id: string; slug: string; name: string; street: string }
  session: SessionFacts | null
  intake: PublicIntake | null
  /** In or for the district that was asked for. */
  isLocal: boolean
}

/** All that the page of an offer says, besides its dates. */
export type OfferDetails = {
  id: string
  offer: Omit<Entry, 'session' | 'isLocal'>
  body: string
  /** The words shown, spoken by the team; null where nobody has. */
  recording: { mark: string; isUpToDate: boolean } | null
  /** Its place is not at the centre; a single date may be held somewhere else again. */
  isElsewhere: boolean
  /** Children stay there without their parents. */
  isWithoutParents: boolean
  /** Whether a person wrote the words shown, or translated them; 'machine' is said to the reader. */
  textState: 'original' | 'translated' | 'machine'
  /** The source was changed after it was translated. */
  isTextOutdated: boolean
  leader: string
  /** What those pay who say that they pay less; null where there is no such price. */
  reducedCents: number | null
  /** How its places are given away; null where one just comes. */
  placeRules: PlaceRules | null
  contact: {
    town: string
    postalCode: string
    phone: string
    latitude: number | null
    longitude: number | null
  }
  /** How to get to the centre; null where nobody has written it down. */
  arrival: Spoken | null
  /** How to get to the partner in whose room it is; null where it is in none, or nobody has written it down. */
  wayToPartner: Spoken | null
  provider: { slug: string; name: string; law: 'DSGVO' | 'KDG' | 'DSG-EKD' }
}

/** A slot of an offer as it repeats, to be said in words. */
export type SeriesFacts = {
  rule: 'weekly' | 'fortnightly' | 'monthly' | 'dates'
  weekday: number | null
  nth: number | null
  starts: Temporal.PlainTime
  ends: Temporal.PlainTime | null
  units: number | null
  skipsSchoolHolidays: boolean
  dates: Temporal.PlainDate[]
}
