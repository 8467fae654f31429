import type { CityMap } from '../centres/index.ts'
import type { BudgetSum } from '../funding/index.ts'
import type { Kind, Way } from '../programme/index.ts'
import type { PublishedVisits } from '../reporting/index.ts'

/** Ways to be there for families while the door is closed. */
export const closedDoorWays = ['online', 'phone', 'door'] as const satisfies Way[]
export type ClosedDoorWay = (typeof closedDoorWays)[number]

/** Everything the story tells, as it is published on this day. */
export type Story = {
  asOf: Temporal.PlainDate
  centres: { all: number; examples: number }
  providers: { all: number; examples: number }
  /** `served` are the codes of the districts that belong to the catchment of a centre. */
  districts: { all: number; served: ReadonlySet<string>; map: CityMap }
  offers: {
    all: number
    /** Without a price. */
    free: number
    /** To which one just comes, without registering. */
    justCome: number
    byKind: Record<Kind, number>
    /** In how many offers a language is spoken, the most frequent first. */
    byLanguage: { language: string; offers: number }[]
  }
  /** Undefined while no quarter is published. */
  visits: PublishedVisits | undefined
  /** In order of time; none while nothing is published. */
  budgets: BudgetSum[]
  closedDoors: {
    /** Held until yesterday, and needed no open door. */
    sessions: Record<ClosedDoorWay, number>
    /** Bags with things to make that were hung at doors; undefined while nobody may know how many. */
    kits: { all: number; haveExamples: boolean } | undefined
  }
}

/** A number for each name; nought for those of which there is no row. */
export const countsOf = <Name extends string>(
  names: readonly Name[],
  rows: readonly { name: string; count: number }[],
) =>
  Object.fromEntries(names.map(name => [name, rows.find(row => row.name === name)?.count ?? 0])) as Record<
    Name,
    number
  >

/** How many things one sign stands for, so that no row has more than twenty: 1, 2, 5, 10, 20, 50 … */
export const thingsPerSign = (things: number): number => {
  for (let ten = 1; ; ten *= 10)
    for (const step of [ten, 2 * ten, 5 * ten]) if (things / step <= mostSigns) return step
}

const mostSigns = 20
