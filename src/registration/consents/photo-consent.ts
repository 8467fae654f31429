/** For what a picture may be used: on the walls of the centre, on its pages, in papers and leaflets. */
export const media = ['house', 'web', 'print'] as const
export type Medium = (typeof media)[number]

/**
 * Which words families agree to (`registration.consents.photos.text`). Whoever changes what they say counts up, so that
 * every yes stays a yes to the words that were read.
 */
export const photoTextVersion = 1

/** Somebody of the registration: a child, or without an id the adults. */
export type Pictured = {
  childId: string | null
  name: string
  bornIn: Temporal.PlainDate | null
  media: readonly Medium[]
  childAgreed: boolean
}

/** From about fourteen a child decides with its parents (§ 22 KunstUrhG, Art. 7 DSGVO). */
export const mustAgreeItself = ({ bornIn }: Pick<Pictured, 'bornIn'>, today: Temporal.PlainDate) =>
  bornIn !== null && bornIn.until(today, { largestUnit: 'months' }).months >= 14 * 12

/** Why a picture may not be taken yet, by the field that mends it. */
export const whatIsMissing = (
  people: readonly Pictured[],
  { allHaveAgreed, today }: { allHaveAgreed: boolean; today: Temporal.PlainDate },
): Record<string, 'custody' | 'itself'> => {
  const pictured = people.filter(({ childId, media: given }) => childId !== null && given.length > 0)
  return {
    ...(pictured.length > 0 && !allHaveAgreed && { custody: 'custody' }),
    ...Object.fromEntries(
      pictured
        .filter(one => mustAgreeItself(one, today) && !one.childAgreed)
        .map(({ childId }) => [`itself-${childId}`, 'itself' as const]),
    ),
  }
}
