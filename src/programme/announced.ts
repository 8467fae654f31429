import type { SeriesFacts } from './entry.ts'

/** What an offer says that a family plans by; as it is frozen, days and times are text. */
export type AnnouncedFacts = {
  place: string
  slots: AnnouncedSlot[]
  priceCents: number
  pricePer: 'session' | 'course' | 'family-session' | null
  ageFrom: number | null
  ageUntil: number | null
  languages: string[]
  registration: 'none' | 'session' | 'course'
  /** Children stay without their parents; what was frozen before this could be said does not say it. */
  isWithoutParents?: boolean
}
type AnnouncedSlot = Pick<SeriesFacts, 'rule' | 'weekday' | 'nth'> & {
  starts: string
  ends: string | null
  dates: string[]
}

/** What changed of an offer, in the order in which it matters to a family. */
export const changeKinds = ['time', 'place', 'price', 'joining', 'parents', 'ages', 'languages'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** What was told to families, one after the other. */
export type Announcement = { announcedAt: Temporal.Instant; facts: AnnouncedFacts }
export type OfferChange = { kind: ChangeKind; before: AnnouncedFacts }

/** For so long a change is news. */
const newsDays = 28

/** Announcements from then on are news; the last one before is what families knew. */
export const newsSince = (now: Temporal.Instant, timeZone: string) =>
  now.toZonedDateTimeISO(timeZone).startOfDay().subtract({ days: newsDays }).toInstant()

/**
 * What is different now from what families knew before the news began, or from the first they were told. What was
 * changed and changed back is none.
 */
export const changesOf = (announcements: readonly Announcement[], since: Temporal.Instant): OfferChange[] => {
  const inOrder = [...announcements].sort((one, other) =>
    Temporal.Instant.compare(one.announcedAt, other.announcedAt),
  )
  const known = inOrder.findLast(({ announcedAt }) => Temporal.Instant.compare(announcedAt, since) < 0)
  const before = (known ?? inOrder[0])?.facts
  const after = inOrder.at(-1)?.facts
  return before && after ? differencesOf(before, after).map(kind => ({ kind, before })) : []
}

/** What two states of an offer do not have in common. */
export const differencesOf = (before: AnnouncedFacts, after: AnnouncedFacts): ChangeKind[] =>
  changeKinds.filter(
    kind => JSON.stringify(factsAbout[kind](before)) !== JSON.stringify(factsAbout[kind](after)),
  )

const factsAbout: Record<ChangeKind, (facts: AnnouncedFacts) => unknown> = {
  time: ({ slots }) =>
    slots
      .map(({ rule, weekday, nth, starts, ends, dates }) =>
        [rule, weekday, nth, starts, ends, ...dates].join(),
      )
      .sort(),
  place: ({ place }) => place,
  price: ({ priceCents, pricePer }) => [priceCents, pricePer],
  joining: ({ registration }) => registration,
  parents: ({ isWithoutParents = false }) => isWithoutParents,
  ages: ({ ageFrom, ageUntil }) => [ageFrom, ageUntil],
  languages: ({ languages }) => [...languages].sort(),
}
