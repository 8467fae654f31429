import type { Compared } from './compare.ts'
import type { Fault, FaultCode } from './faults.ts'
import { valuesOf } from './write-map.ts'

type AtCentre = {
  id: string
  centre: string
  fault: (column: string, code: FaultCode, about: Record<string, string>) => Fault
}
type Stored = { slug: string; centre: string; isArchived: boolean }

/** What a centre has stays at that centre, and what its team made is not overwritten by a pack. */
export const keptAtHome = (compared: Compared<AtCentre>, existing: readonly Stored[]): Fault[] => {
  const before = new Map(existing.map(each => [each.slug, each]))
  return valuesOf(compared).flatMap(row => {
    const known = before.get(row.id)
    if (!known) return []
    if (known.centre !== row.centre)
      return [row.fault('centre', 'offer-moved', { value: row.id, centre: known.centre })]
    const isStaffs = compared.added.has(row.id) && !known.isArchived
    return isStaffs ? [row.fault('id', 'made-by-staff', { value: row.id })] : []
  })
}
