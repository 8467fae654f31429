import { type Heads, nobody } from '../../attendance/index.ts'
import type { Chance } from './chance.ts'
import type { PastSession } from './store.ts'

/** Whether somebody forgot to count: rarely, and of the last days more often. */
export const isForgotten = (session: PastSession, today: Temporal.PlainDate, chance: Chance) =>
  chance.happens(session.heldOn.until(today).days <= 6 ? 22 : 3)

/** How many came, as one would believe it of such an offer. */
export const believableHeads = (session: PastSession, chance: Chance): Heads => {
  const [least, most] = familiesAt[session.format] ?? [5, 12]
  const families = Math.min(chance.between(least, most), session.places ?? most)
  const heads = {
    ...nobody,
    adults: families + (session.format === 'consultation' ? 0 : chance.between(0, 3)),
  }
  if (comesWithChildren(session, chance)) {
    const children = families + chance.between(0, Math.ceil(families / 3))
    const bands = bandsFor(session)
    for (let child = 0; child < children; child++) heads[chance.oneOf(bands)]++
  }
  heads.firstTime = Math.min(families, chance.between(0, session.format === 'drop-in' ? 3 : 1))
  return heads
}

const familiesAt: Record<string, [number, number]> = {
  'drop-in': [6, 15],
  course: [5, 9],
  event: [18, 45],
  consultation: [1, 5],
  outreach: [4, 12],
}

const comesWithChildren = ({ format, ageFrom, ageUntil }: PastSession, chance: Chance) =>
  format !== 'consultation' && (ageFrom !== null || ageUntil !== null || chance.happens(70))

type ChildBand = Exclude<keyof Heads, 'adults' | 'firstTime'>

const bandsFor = ({ ageFrom, ageUntil }: PastSession): [ChildBand, ...ChildBand[]] => {
  const [first, ...rest] = bandMonths
    .filter(({ from, until }) => (ageUntil ?? 120) > from && (ageFrom ?? 0) < until)
    .map(({ band }) => band)
  return first ? [first, ...rest] : ['children3To5']
}

const bandMonths: { band: ChildBand; from: number; until: number }[] = [
  { band: 'childrenUnder1', from: 0, until: 12 },
  { band: 'children1To2', from: 12, until: 36 },
  { band: 'children3To5', from: 36, until: 72 },
  { band: 'children6To10', from: 72, until: 132 },
  { band: 'childrenOver10', from: 132, until: 216 },
]
