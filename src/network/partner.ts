/** What sort of house or person a centre works with, the same for all centres. */
export const partnerKinds = [
  'daycare',
  'school',
  'midwife',
  'housing',
  'advice',
  'health',
  'youth',
  'culture',
  'religion',
  'police',
  'city',
  'other',
] as const
export type PartnerKind = (typeof partnerKinds)[number]

/** What is said of a partner. */
export type PartnerFacts = {
  name: string
  kind: PartnerKind
  website: string
  /** Whether families read of it on the page of the centre. */
  isPublished: boolean
  /** What it contributes, by language. */
  contributes: Record<string, string>
}

export type Partner = PartnerFacts & {
  id: string
  providerId: string
  centreId: string
  /** Invented, so that the demo has something to show. */
  isExample: boolean
}

/** What was signed with a partner, and from when until when it holds; `until` is its last day. */
export type Agreement = {
  id: string
  signedOn: Temporal.PlainDate
  from: Temporal.PlainDate
  until: Temporal.PlainDate
}

/** Somebody at a partner whom the team may ring. */
export type ContactPerson = {
  id: string
  name: string
  role: string
  phone: string
  email: string
  deleteOn: Temporal.PlainDate
}
