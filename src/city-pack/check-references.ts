import type { Fault, FaultCode } from './faults.ts'
import type { Pack } from './read-pack.ts'
import { suggestion } from './read-table.ts'

type Referring = {
  fault: (column: string, code: FaultCode, about?: Record<string, string | number>) => Fault
}

/** Every district, provider, centre, offer and decision that is named somewhere must exist in the pack. */
export const checkReferences = (pack: Pack): Fault[] => {
  const districts = new Set([...pack.codes, ...(pack.aliases?.rows.map(row => row.alias) ?? [])])
  const known = {
    district: pack.codes.size > 0 ? districts : undefined,
    provider: pack.providers && new Set(pack.providers.ids.keys()),
    centre: pack.centres && new Set(pack.centres.ids.keys()),
    offer: pack.offers && new Set(pack.offers.ids.keys()),
    decision: pack.decisions && new Set(pack.decisions.ids.keys()),
  }
  const check = <Column extends keyof typeof known>(
    column: Column,
    rows: readonly (Referring & Record<Column, string>)[] = [],
  ) => {
    const names = known[column]
    // A file that cannot be read at all is told once, not again in every row that refers to it.
    if (!names || names.size === 0) return []
    return rows
      .filter(row => !names.has(row[column]))
      .map(row =>
        row.fault(column, `unknown-${column}`, { value: row[column], ...suggestion(row[column], names) }),
      )
  }
  return [
    ...unknownInAliases(pack),
    ...check('district', pack.indicators?.rows),
    ...check('provider', pack.centres?.rows),
    ...check('district', pack.centres?.rows),
    ...check('centre', pack.openingHours?.rows),
    ...check('centre', pack.rooms?.rows),
    ...check('centre', pack.things?.rows),
    ...check('district', pack.quarters?.rows),
    ...check('centre', pack.quarters?.rows),
    ...check('centre', pack.offers?.rows),
    ...check('offer', pack.dates?.rows),
    ...check('centre', pack.budget?.rows),
    ...check('decision', pack.stations?.rows),
    ...check('decision', pack.votes?.rows),
  ]
}

/** An alias stands for a district of the map, never for another alias, and for one only. */
const unknownInAliases = ({ aliases, codes }: Pack) => {
  const first = new Map<string, number>()
  return (aliases?.rows ?? []).flatMap(row => {
    if (codes.size > 0 && !codes.has(row.district)) {
      return [
        row.fault('district', 'unknown-district', {
          value: row.district,
          ...suggestion(row.district, codes),
        }),
      ]
    }
    const line = first.get(row.alias)
    if (line !== undefined) return [row.fault('alias', 'duplicate-id', { value: row.alias, line })]
    first.set(row.alias, row.line)
    return []
  })
}
