import type { Fault } from './faults.ts'
import type { Pack } from './read-pack.ts'
import { suggestion } from './read-table.ts'

/** A part belongs to a whole room of the same centre; weekdays and their times go together. */
export const checkRoomTable = ({ rooms }: Pack): Fault[] =>
  (rooms?.rows ?? []).flatMap(row => [...hallOf(row, rooms?.rows ?? []), ...timesOf(row)])

type RoomRow = NonNullable<Pack['rooms']>['rows'][number]

const hallOf = (row: RoomRow, rows: readonly RoomRow[]): Fault[] => {
  const halls = rows
    .filter(({ centre, part_of }) => centre === row.centre && part_of === '')
    .map(({ id }) => id)
  if (row.part_of === '' || (halls.includes(row.part_of) && row.part_of !== row.id)) return []
  return [
    row.fault('part_of', 'unknown-room', { value: row.part_of, ...suggestion(row.part_of, new Set(halls)) }),
  ]
}

const timesOf = (row: RoomRow): Fault[] => {
  const { weekdays, opens, closes } = row
  const named = [
    ['weekdays', weekdays.length > 0],
    ['opens', opens !== null],
    ['closes', closes !== null],
  ] as const
  const isAny = named.some(([, isThere]) => isThere)
  if (opens && closes && Temporal.PlainTime.compare(opens, closes) >= 0)
    return [row.fault('closes', 'end-before-start', { name: 'closes' })]
  return isAny
    ? named.flatMap(([name, isThere]) =>
        isThere ? [] : [row.fault(name, 'missing-for-rule', { rule: 'weekdays', name })],
      )
    : []
}
