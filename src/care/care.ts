/** What a lead has found out about the permit (§§ 43, 45, 45a SGB VIII): none is needed, or it is held. */
export const permits = ['not-needed', 'held'] as const
export type Permit = (typeof permits)[number]

/** What a lead decided about an offer at which children stay without their parents. */
export type CareDecision = {
  permit: Permit
  decidedOn: Temporal.PlainDate
  /** At most so many children at once. */
  children: number
  /** So many people care for them at every date. */
  carers: number
}

/** That the certificate of good conduct of somebody was seen; what it says is not kept (§ 72a Abs. 5 SGB VIII). */
export type SeenCertificate = {
  id: string
  name: string
  issuedOn: Temporal.PlainDate
  seenOn: Temporal.PlainDate
}

/**
 * Carers for so many children, by the youngest that may come (in months; null from birth). One more hand is always
 * there, so that nobody is left alone when one carer goes along with a child. The shares are those of Hessian day care
 * (§ 25c Abs. 2 HKJGB), which no law asks of an occasional offer: something to hold on to.
 */
export const carersNeeded = (children: number, youngest: number | null): number =>
  Math.max(2, Math.ceil((children * perHundred(youngest ?? 0)) / 100))

/** Of a hundred children so many carers; whole numbers, so that 30 children do not need a third of a person more. */
const perHundred = (months: number) => (months < 36 ? 20 : months < 72 ? 7 : 6)

/** A certificate is shown anew after five years, as youth offices agree with providers. */
const yearsUntilShownAgain = 5

export const isOutdated = ({ issuedOn }: Pick<SeenCertificate, 'issuedOn'>, today: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(issuedOn.add({ years: yearsUntilShownAgain }), today) <= 0

/** Those that still count. */
export const validCertificates = <Certificate extends Pick<SeenCertificate, 'issuedOn'>>(
  certificates: readonly Certificate[],
  today: Temporal.PlainDate,
) => certificates.filter(certificate => !isOutdated(certificate, today))

/** An old certificate says nothing of the months since: three at most, when it is looked at. */
export const isTooOldToShow = ({ issuedOn, seenOn }: Pick<SeenCertificate, 'issuedOn' | 'seenOn'>) =>
  Temporal.PlainDate.compare(issuedOn.add({ months: 3 }), seenOn) < 0

export type Lack = 'decision' | 'carers' | 'certificates'

/** What an offer for children without their parents still lacks. Only the decision keeps it from families. */
export const lacksOf = (
  offer: { ageFrom: number | null },
  decision: CareDecision | undefined,
  certificates: readonly Pick<SeenCertificate, 'issuedOn'>[],
  today: Temporal.PlainDate,
): Lack[] => {
  if (!decision) return ['decision']
  const seen = validCertificates(certificates, today).length
  const lacks: (Lack | false)[] = [
    decision.carers < carersNeeded(decision.children, offer.ageFrom) && 'carers',
    seen < decision.carers && 'certificates',
  ]
  return lacks.filter(lack => lack !== false)
}
