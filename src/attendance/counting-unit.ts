/** The kinds of offers, as the programme has them. */
export const countedKinds = ['counselling', 'education', 'encounter', 'activity', 'neighbourly'] as const
export type CountedKind = (typeof countedKinds)[number]

/**
 * What one counts where people are advised, taught, met, out together or helping each other. Comparing them as heads
 * alone would make an hour with one mother in need look like nothing beside a summer party.
 */
export const countingUnits = {
  counselling: 'conversations',
  education: 'sessions',
  encounter: 'visits',
  activity: 'participations',
  neighbourly: 'helps',
} as const satisfies Record<CountedKind, string>
export type CountingUnit = (typeof countingUnits)[CountedKind]

/** What was counted at one session, or at several together. */
export type CountedHeads = { sessions: number; adults: number; children: number }

/**
 * How many of its unit a kind comes to. A conversation and a help are one adult each, whoever came along; a course
 * counts its sessions, said with adults and children; visits and participations count everybody, each time anew.
 */
export const inOwnUnit = (
  kind: CountedKind,
  { sessions, adults, children }: CountedHeads,
): { unit: CountingUnit; amount: number } => {
  const unit = countingUnits[kind]
  switch (unit) {
    case 'conversations':
    case 'helps':
      return { unit, amount: adults }
    case 'sessions':
      return { unit, amount: sessions }
    case 'visits':
    case 'participations':
      return { unit, amount: adults + children }
  }
}
