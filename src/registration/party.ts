/**
 * Who comes together and is never split: adults by number, children by first name and month of birth. An adult is
 * whoever comes with the children: grandparents, foster parents, a neighbour, and parents who are not 18 yet. Nobody is
 * asked which of them it is, and nobody proves it.
 */
export type Party = { adults: number; children: readonly Child[] }

/** `bornIn` is the first day of the month of birth; the day itself is never asked. */
export type Child = { firstName: string; bornIn: Temporal.PlainDate }

export type PartySize = { adults: number; children: number; babies: number }

/** Ages of children in months; `until` is excluded, null has no limit. */
export type AgeRange = { ageFrom: number | null; ageUntil: number | null }

/** How many places of each kind a party needs on the day; a baby is a child under twelve months. */
export const sizeOf = ({ adults, children }: Party, on: Temporal.PlainDate): PartySize => ({
  adults,
  children: children.length,
  babies: children.filter(child => youngest(child, on) < 12).length,
})

/**
 * Whether a child has the right age on the day of the session. Only the month of birth is known, so a child
 * counts as right if some day of that month makes it right.
 */
export const hasRightAge = (child: Child, { ageFrom, ageUntil }: AgeRange, on: Temporal.PlainDate) =>
  oldest(child, on) >= (ageFrom ?? 0) && (ageUntil === null || youngest(child, on) < ageUntil)

/**
 * The children whose age does not fit. Where places are counted by child each one must fit; where families or
 * people come together, one fitting child brings its brothers and sisters along.
 */
export const childrenOfWrongAge = (
  { children }: Party,
  { counts, ...ages }: AgeRange & { counts: 'child' | 'adult' | 'household' | 'person' },
  on: Temporal.PlainDate,
): readonly Child[] => {
  if (counts === 'adult') return []
  const wrong = children.filter(child => !hasRightAge(child, ages, on))
  return counts === 'child' || wrong.length === children.length ? wrong : []
}

/** Children who would come alone where somebody has to come along: everywhere but where they stay without parents. */
export const lacksAdult = (
  { adults, children }: Party,
  {
    counts,
    isWithoutParents,
  }: { counts: 'child' | 'adult' | 'household' | 'person'; isWithoutParents: boolean },
) => adults === 0 && children.length > 0 && counts !== 'adult' && !isWithoutParents

/** The same child, as far as first name and month of birth can tell; `plain_name` in the database says it alike. */
export const isSameChild = (one: Child, other: Child) => hasSameName(one, other) && isSameAge(one, other)

/**
 * Who is meant when a family writes down its children again. Whoever keeps the name or the month of birth was corrected
 * and stays the same person, with all that was said of her; whoever shares neither with a child before is another one.
 */
export const correctedChildren = <Stored extends Child>(
  before: readonly Stored[],
  written: readonly Child[],
): { stay: { was: Stored; is: Child }[]; come: Child[]; go: Stored[] } => {
  const go = [...before]
  const stay: { was: Stored; is: Child }[] = []
  // Whoever is unchanged comes first, so that nobody is taken for a twin.
  for (const isMeant of [isSameChild, hasSameName, isSameAge])
    for (const is of written.filter(child => !stay.some(one => one.is === child))) {
      const was = go.find(stored => isMeant(stored, is))
      if (!was) continue
      go.splice(go.indexOf(was), 1)
      stay.push({ was, is })
    }
  return { stay, come: written.filter(child => !stay.some(({ is }) => is === child)), go }
}

const hasSameName = (one: Child, other: Child) => plain(one.firstName) === plain(other.firstName)

const isSameAge = (one: Child, other: Child) => one.bornIn.equals(other.bornIn)

/** How old a child is on a day, as young as it may be. */
export const monthsOld = (child: Child, on: Temporal.PlainDate) => Math.max(0, youngest(child, on))

const oldest = ({ bornIn }: Child, on: Temporal.PlainDate) => months(bornIn, on)

const youngest = ({ bornIn }: Child, on: Temporal.PlainDate) =>
  months(bornIn.with({ day: bornIn.daysInMonth }), on)

const months = (from: Temporal.PlainDate, to: Temporal.PlainDate) =>
  from.until(to, { largestUnit: 'months' }).months

const plain = (name: string) => name.normalize('NFKC').toLocaleLowerCase('de').replace(/\s+/g, ' ').trim()
