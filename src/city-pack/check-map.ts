import type { Fault } from './faults.ts'
import type { Pack } from './read-pack.ts'

/** Facts with dates, opening hours and quarters that contradict each other. */
export const checkMap = (pack: Pack): Fault[] => [
  ...checkIndicators(pack),
  ...checkOpeningHours(pack),
  ...checkQuarters(pack),
  ...checkSchoolHolidays(pack),
]

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0

const checkIndicators = ({ indicators }: Pack) => {
  const seen = new Map<
    string,
    { from: Temporal.PlainDate; until: Temporal.PlainDate | null; line: number }[]
  >()
  return (indicators?.rows ?? []).flatMap(row => {
    const [from, until] = [row.valid_from, row.valid_until]
    if (until && !isBefore(from, until)) return [row.fault('valid_until', 'end-before-start')]
    const key = `${row.district} ${row.indicator}`
    const others = seen.get(key) ?? []
    const other = others.find(
      fact => (!fact.until || isBefore(from, fact.until)) && (!until || isBefore(fact.from, until)),
    )
    if (other) return [row.fault('valid_from', 'overlapping-facts', { line: other.line })]
    seen.set(key, [...others, { from, until, line: row.line }])
    return []
  })
}

const checkOpeningHours = ({ openingHours }: Pack) => {
  const seen = new Map<string, { opens: Temporal.PlainTime; closes: Temporal.PlainTime; line: number }[]>()
  const { compare } = Temporal.PlainTime
  return (openingHours?.rows ?? []).flatMap(row => {
    const { opens, closes } = row
    if (compare(closes, opens) <= 0) return [row.fault('closes', 'end-before-start')]
    const key = `${row.centre} ${row.weekday}`
    const others = seen.get(key) ?? []
    const other = others.find(each => compare(opens, each.closes) < 0 && compare(each.opens, closes) < 0)
    if (other) return [row.fault('opens', 'overlapping-hours', { line: other.line })]
    seen.set(key, [...others, { opens, closes, line: row.line }])
    return []
  })
}

/** The same quarter with a later date has gone over to another centre; with the same date two centres claim it. */
const checkQuarters = ({ quarters }: Pack) => {
  const byId = new Map<string, number>()
  const byName = new Map<string, { id: string; centre: string; line: number }>()
  return (quarters?.rows ?? []).flatMap(row => {
    const claim = `${row.id} ${row.valid_from}`
    const place = `${row.district} ${row.name.toLowerCase()}`
    const line = byId.get(claim)
    const other = byName.get(place)
    if (line !== undefined) return [row.fault('centre', 'claimed-twice', { value: row.name, line })]
    if (other && other.id !== row.id)
      return [row.fault('centre', 'claimed-twice', { value: row.name, line: other.line })]
    byId.set(claim, row.line)
    byName.set(place, { id: row.id, centre: row.centre, line: row.line })
    return []
  })
}

const checkSchoolHolidays = ({ schoolHolidays }: Pack) => {
  const seen: { first: Temporal.PlainDate; last: Temporal.PlainDate; line: number }[] = []
  return (schoolHolidays?.rows ?? []).flatMap(row => {
    const { first, last } = row
    if (isBefore(last, first)) return [row.fault('last', 'end-before-start')]
    const other = seen.find(each => !isBefore(each.last, first) && !isBefore(last, each.first))
    if (other) return [row.fault('first', 'overlapping-holidays', { line: other.line })]
    seen.push({ first, last, line: row.line })
    return []
  })
}
