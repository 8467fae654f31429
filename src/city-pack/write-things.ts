import { type Compared, compare, single } from './compare.ts'
import type { Fault } from './faults.ts'
import { keptAtHome } from './kept-at-home.ts'
import { archiveThings, lockThings, writeThings as store, type ThingRow } from './store/things.ts'
import { valuesOf, withNewIds } from './write-map.ts'
import type { Writing } from './writing.ts'

type Home = { id: string; providerId: string }

/** What the centres lend; what the pack has no longer is lent no more. */
export const writeThings = async (
  { tx, cityId, pack, stored }: Writing,
  homeOf: ReadonlyMap<string, Home>,
): Promise<{ faults: Fault[] } | { compared: Compared<ThingRow> }> => {
  const things = compare(
    'things.csv',
    single(pack.things?.rows, row => row.id),
    stored,
  )
  const existing = await lockThings(tx, cityId)
  const faults = keptAtHome(things, existing)
  if (faults.length > 0) return { faults }

  const known = new Map(existing.map(({ slug, id }) => [slug, id]))
  const ids = withNewIds(
    known,
    things.written.map(entry => entry.key),
  )
  const piecesOut = new Map(existing.map(({ slug, piecesOut }) => [slug, piecesOut]))
  await store(tx, cityId, valuesOf(things), pack.languages, { ids, homeOf, piecesOut })
  await archiveThings(
    tx,
    cityId,
    things.removed.flatMap(slug => known.get(slug) ?? []),
  )
  return { compared: things }
}
