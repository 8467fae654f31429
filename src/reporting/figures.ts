/** What is summed up, by the names under which it is released to the city. */
export const measures = [
  'sessions-held',
  'sessions-cancelled',
  'sessions-uncounted',
  'sessions-without-end',
  'minutes',
  'adults',
  'children-under-1',
  'children-1-to-2',
  'children-3-to-5',
  'children-6-to-10',
  'children-over-10',
  'first-time',
] as const
export type Measure = (typeof measures)[number]

export const childMeasures = [
  'children-under-1',
  'children-1-to-2',
  'children-3-to-5',
  'children-6-to-10',
  'children-over-10',
] as const satisfies Measure[]

export type Sums = Record<Measure, number>

export const formats = ['drop-in', 'course', 'event', 'consultation', 'outreach'] as const
export type Format = (typeof formats)[number]

/** The sums of one centre, quarter and format. `quarter` is its first day. */
export type Cell = { centreId: string; quarter: Temporal.PlainDate; format: Format; sums: Sums }

export const noSums = () => Object.fromEntries(measures.map(measure => [measure, 0])) as Sums

/** The sums of several cells together. */
export const addUp = (cells: readonly Pick<Cell, 'sums'>[]): Sums => {
  const total = noSums()
  for (const { sums } of cells) for (const measure of measures) total[measure] += sums[measure]
  return total
}

/** The same by centre, or by format, in the order in which they first appear. */
export const addUpBy = <Key extends 'centreId' | 'format'>(cells: readonly Cell[], key: Key) =>
  [...Map.groupBy(cells, cell => cell[key])].map(([of, group]) => ({ of, sums: addUp(group) }))

/** Children of every age that came, each time anew. */
export const childrenIn = (sums: Sums) => childMeasures.reduce((sum, measure) => sum + sums[measure], 0)

/** Contacts: everybody who came to a session, each time anew. Sessions that nobody counted add none. */
export const visitsIn = (sums: Sums) => sums.adults + childrenIn(sums)

/** How many held sessions were counted; what the others would add is unknown, not nought. */
export const countedIn = (sums: Sums) => sums['sessions-held'] - sums['sessions-uncounted']
