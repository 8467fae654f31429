/** Every figure says who said it; what nobody has said in public is an example and is shown as one. */
export type Figure = { source: string; isExample: boolean }

export type FiscalYear = Figure & {
  year: number
  /** The two years decided together, such as 2020-21. */
  budget: string
  /** The post of the responsible person of a centre, in minutes a week. */
  leadMinutes: number
  closedOn: Temporal.PlainDate | null
}

export type Amount = Figure & { centreId: string; year: number; cents: number }

export type Vote = Figure & { groupName: string; ayes: number; noes: number; abstentions: number }

export const stations = [
  'magistrate',
  'district-councils',
  'youth-committee',
  'council',
  'supervisory-approval',
  'in-force',
] as const
export type StationName = (typeof stations)[number]
export type Station = Figure & { station: StationName; reachedOn: Temporal.PlainDate | null }

/** A text in the reader's language, or in the first one it was written in. */
export type Text = { language: string; title: string; wording: string; effect: string }

export type Decision = Figure & {
  id: string
  budget: string
  paperNumber: string | null
  paperUrl: string | null
  body: 'magistrate' | 'youth-committee' | 'council'
  decidedOn: Temporal.PlainDate | null
  text: Text
  votes: Vote[]
  stations: Station[]
}

export type Money = {
  years: FiscalYear[]
  centres: { id: string; name: string }[]
  amounts: Amount[]
  decisions: Decision[]
}

/** A budget of two years at a glance: the weekly hours of a lead, and what all centres get together in one year. */
export type BudgetSum = {
  budget: string
  leadMinutes: number
  leadIsExample: boolean
  /** The mean of its years; null where no amount is known. */
  centsPerYear: number | null
  centsAreExamples: boolean
}

/** The budgets in order of time. Half a known sum is no sum: it is an example as soon as one of its amounts is. */
export const sumsOf = ({ years, amounts }: Pick<Money, 'years' | 'amounts'>): BudgetSum[] =>
  [...Map.groupBy(years, ({ budget }) => budget)]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([budget, its]) => {
      const lead = its.reduce((latest, year) => (year.year > latest.year ? year : latest))
      const known = amounts.filter(({ year }) => its.some(each => each.year === year))
      const paid = new Set(known.map(({ year }) => year)).size
      const cents = known.reduce((sum, amount) => sum + amount.cents, 0)
      return {
        ...{ budget, leadMinutes: lead.leadMinutes, leadIsExample: lead.isExample },
        centsPerYear: paid > 0 ? Math.round(cents / paid) : null,
        centsAreExamples: known.some(({ isExample }) => isExample),
      }
    })

export type Majority = Pick<Vote, 'ayes' | 'noes' | 'abstentions'> & { isExample: boolean }

/** All votes together; undefined where nobody knows how anybody voted. */
export const majorityOf = (votes: readonly Vote[]): Majority | undefined =>
  votes.length === 0
    ? undefined
    : votes.reduce<Majority>(
        (sum, vote) => ({
          ayes: sum.ayes + vote.ayes,
          noes: sum.noes + vote.noes,
          abstentions: sum.abstentions + vote.abstentions,
          isExample: sum.isExample || vote.isExample,
        }),
        { ayes: 0, noes: 0, abstentions: 0, isExample: false },
      )

/** Each source once, in the order in which the page shows its figures. */
export const sourcesOf = ({ years, amounts, decisions }: Money): string[] => [
  ...new Set(
    [
      ...decisions.flatMap(decision => [decision, ...decision.votes, ...decision.stations]),
      ...years,
      ...amounts,
    ].map(({ source }) => source),
  ),
]
