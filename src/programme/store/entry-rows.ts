import { dayOf } from '../../platform/local-time.ts'
import type { Entry } from '../entry.ts'
import type { PublicIntake } from '../places.ts'
import { isTopic } from '../vocabulary.ts'

/** The columns of an offer that every list and page of it reads. */
export type OfferRow = Omit<OfferOfEntry, 'title' | 'topics' | 'ages' | 'centre'> & {
  title: string
  titleLanguage: string
  topics: string[]
  ageFrom: number | null
  ageUntil: number | null
  centreId: string
  centreSlug: string
  centreName: string
  centreStreet: string
}

type OfferOfEntry = Omit<Entry, 'session' | 'intake' | 'isLocal'>

export const offerOf = (row: OfferRow): OfferOfEntry => ({
  offerId: row.offerId,
  slug: row.slug,
  title: { text: row.title, language: row.titleLanguage },
  summary: row.summary,
  kind: row.kind,
  format: row.format,
  way: row.way,
  topics: row.topics.filter(isTopic),
  languages: row.languages,
  audience: row.audience,
  ages: { from: row.ageFrom, until: row.ageUntil },
  isFromPregnancy: row.isFromPregnancy,
  priceCents: row.priceCents,
  pricePer: row.pricePer,
  isStepFree: row.isStepFree,
  eases: row.eases,
  place: row.place,
  registration: row.registration,
  centre: { id: row.centreId, slug: row.centreSlug, name: row.centreName, street: row.centreStreet },
})

/** The columns of what one registers for, all null where there is nothing. */
export type IntakeRow = {
  intakeId: string | null
  opensAt: Temporal.Instant | null
  closesAt: Temporal.Instant | null
  isStopped: boolean | null
  isClosedGroup: boolean
  freePlaces: number | null
  freeBabyPlaces: number | null
}

export const intakeOf = (row: IntakeRow, timeZone: string): PublicIntake | null => {
  const { intakeId: id, opensAt, closesAt, isStopped, isClosedGroup, freePlaces, freeBabyPlaces } = row
  if (id === null || closesAt === null || isStopped === null || freePlaces === null) return null
  return {
    id,
    opensAt,
    opensOn: opensAt && dayOf(opensAt, timeZone),
    closesAt,
    isStopped,
    isClosedGroup,
    freePlaces,
    freeBabyPlaces,
  }
}
