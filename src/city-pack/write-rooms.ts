import { type Compared, compare, single } from './compare.ts'
import type { Fault } from './faults.ts'
import { keptAtHome } from './kept-at-home.ts'
import { archiveRooms, findRooms, type RoomRow, writeRooms as store } from './store/rooms.ts'
import { valuesOf, withNewIds } from './write-map.ts'
import type { Writing } from './writing.ts'

type Home = { id: string; providerId: string }

/** The rooms of the centres; one that the pack has no longer is out of use, and what was in it stays known. */
export const writeRooms = async (
  { tx, cityId, pack, stored }: Writing,
  homeOf: ReadonlyMap<string, Home>,
): Promise<{ faults: Fault[] } | { compared: Compared<RoomRow> }> => {
  const rooms = compare(
    'rooms.csv',
    single(pack.rooms?.rows, row => row.id),
    stored,
  )
  const existing = await findRooms(tx, cityId)
  const faults = keptAtHome(rooms, existing)
  if (faults.length > 0) return { faults }

  const known = new Map(existing.map(({ slug, id }) => [slug, id]))
  const ids = withNewIds(
    known,
    rooms.written.map(entry => entry.key),
  )
  await store(tx, cityId, valuesOf(rooms), pack.languages, { ids, homeOf })
  await archiveRooms(
    tx,
    cityId,
    rooms.removed.flatMap(slug => known.get(slug) ?? []),
  )
  return { compared: rooms }
}
