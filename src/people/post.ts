/** From the first day on, until the day before `until`; without end where that is null. */
export type Span = { from: Temporal.PlainDate; until: Temporal.PlainDate | null }

/** The post of a centre's responsible person as it was planned from a day on. */
export type Post = Span & {
  /** Of a full-time post, in thousandths. */
  fundedPermille: number
  /** A full week in minutes, as the tariff of the provider has it; 39 hours under TVöD SuE. */
  fullTimeMinutes: number
  fundedBy: string
}

export type Assignment = Span & {
  id: string
  employeeId: string
  name: string
  kind: 'holder' | 'deputy'
  minutes: number
}

type Hours = Span & { minutes: number }

export const isOn = ({ from, until }: Span, day: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(from, day) <= 0 && (!until || Temporal.PlainDate.compare(day, until) < 0)

/**
 * The first day on which the posts of a person add up to more than her contract; undefined if there is none. Only
 * days on which something begins or a contract ends can be the first.
 */
export const firstDayBeyondContract = (
  posts: readonly Hours[],
  contracts: readonly Hours[],
): Temporal.PlainDate | undefined =>
  [...posts, ...contracts]
    .flatMap(({ from, until }) => (until ? [from, until] : [from]))
    .sort(Temporal.PlainDate.compare)
    .find(day => sumOn(posts, day) > sumOn(contracts, day))

/** Whether nobody held the post on the day; a deputy stands in and does not fill it. */
export const isVacantOn = (assignments: readonly Assignment[], day: Temporal.PlainDate) =>
  !assignments.some(each => each.kind === 'holder' && isOn(each, day))

const sumOn = (hours: readonly Hours[], day: Temporal.PlainDate) =>
  hours.filter(each => isOn(each, day)).reduce((sum, { minutes }) => sum + minutes, 0)
