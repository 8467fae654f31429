/** Pieces that are promised or out, from a day until the day on which they come back. */
export type Taken = {
  pieces: number
  fromOn: Temporal.PlainDate
  dueOn: Temporal.PlainDate
  isOut: boolean
}

type Days = { fromOn: Temporal.PlainDate; dueOn: Temporal.PlainDate }

/**
 * How many pieces nobody has from one day to another. On the day on which one comes back it can go out again; what is
 * overdue is still out today.
 */
export const freePieces = (
  pieces: number,
  taken: readonly Taken[],
  { fromOn, dueOn }: Days,
  today: Temporal.PlainDate,
) => {
  const wanted = { fromOn, untilOn: latest(dueOn, fromOn.add({ days: 1 })) }
  const spans = taken
    .map(each => ({ ...each, untilOn: endOf(each, today) }))
    .filter(each => isBefore(each.fromOn, wanted.untilOn) && isBefore(wanted.fromOn, each.untilOn))
  // The most are taken on the first day, or on one on which more go out.
  const days = [fromOn, ...spans.map(each => each.fromOn).filter(day => isBefore(fromOn, day))]
  return pieces - Math.max(...days.map(day => takenOn(spans, day)))
}

/** The first day from today on which a piece is free. */
export const freeAgainOn = (pieces: number, taken: readonly Taken[], today: Temporal.PlainDate) => {
  const days = [today, ...taken.map(each => endOf(each, today))].sort(Temporal.PlainDate.compare)
  const isFree = (day: Temporal.PlainDate) =>
    !isBefore(day, today) && freePieces(pieces, taken, { fromOn: day, dueOn: day }, today) > 0
  return days.find(isFree) ?? today
}

/** Something is out for a day at least, and until it is really back. */
const endOf = ({ fromOn, dueOn, isOut }: Taken, today: Temporal.PlainDate) => {
  const until = latest(dueOn, fromOn.add({ days: 1 }))
  return isOut ? latest(until, today.add({ days: 1 })) : until
}

const takenOn = (spans: readonly (Taken & { untilOn: Temporal.PlainDate })[], day: Temporal.PlainDate) =>
  spans
    .filter(({ fromOn, untilOn }) => !isBefore(day, fromOn) && isBefore(day, untilOn))
    .reduce((sum, { pieces }) => sum + pieces, 0)

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0
const latest = (one: Temporal.PlainDate, other: Temporal.PlainDate) => (isBefore(one, other) ? other : one)
