import { compare, grouped, single } from './compare.ts'
import type { Fault } from './faults.ts'
import { faultIn } from './read-file.ts'
import {
  deleteCentres,
  deleteProviders,
  findCentres,
  findProviderIds,
  writeCentres as storeCentres,
  writeOpeningHours,
  writeProviders,
} from './store/centres.ts'
import { type Ids, idOf } from './store/map.ts'
import { valuesOf, withNewIds } from './write-map.ts'
import type { Writing } from './writing.ts'

/** Providers, centres and their opening hours; or what stands against them in the city as it is. */
export const writeCentres = async ({ tx, cityId, pack, stored, afterwards }: Writing, districtIds: Ids) => {
  const providers = compare(
    'providers.csv',
    single(pack.providers.rows, row => row.id),
    stored,
  )
  const centres = compare(
    'centres.csv',
    single(
      pack.centres.rows.map(row => ({ ...row, district: pack.codeOf(row.district) })),
      row => row.id,
    ),
    stored,
  )
  const existing = await findCentres(tx, cityId)
  const faults = centreFaults(valuesOf(centres), centres.removed, existing)
  if (faults.length > 0) return { faults }

  const providerIds = withNewIds(
    await findProviderIds(tx, cityId),
    providers.written.map(entry => entry.key),
  )
  await writeProviders(tx, cityId, valuesOf(providers), providerIds)
  afterwards(() => deleteProviders(tx, cityId, providers.removed))

  const known = new Map(existing.map(centre => [centre.slug, centre.id]))
  const centreIds = withNewIds(
    known,
    centres.written.map(entry => entry.key),
  )
  const ids = { centres: centreIds, providers: providerIds, districts: districtIds }
  await storeCentres(tx, cityId, valuesOf(centres), pack.languages, ids)
  afterwards(() => deleteCentres(tx, cityId, centres.removed))

  const hours = compare(
    'opening-hours.csv',
    grouped(pack.openingHours?.rows, row => row.centre),
    stored,
  )
  const replaced = [...hours.removed, ...hours.written.map(entry => entry.key)].flatMap(
    slug => centreIds.get(slug) ?? [],
  )
  await writeOpeningHours(tx, cityId, valuesOf(hours).flat(), replaced, centreIds)

  const homeOf = new Map(
    pack.centres.rows.map(row => [
      row.id,
      { id: idOf(centreIds, row.id), providerId: idOf(providerIds, row.provider) },
    ]),
  )
  return { centreIds, homeOf, compared: [providers, centres, hours] }
}

type CentreRow = {
  id: string
  provider: string
  fault: (column: string, code: 'centre-moved', about?: Record<string, string>) => Fault
}

/**
 * Another provider would be another controller of the families' data, and a centre with a history cannot vanish:
 * both need people, not an import.
 */
const centreFaults = (
  rows: readonly CentreRow[],
  removed: readonly string[],
  existing: Awaited<ReturnType<typeof findCentres>>,
): Fault[] => {
  const before = new Map(existing.map(centre => [centre.slug, centre]))
  return [
    ...rows.flatMap(row => {
      const provider = before.get(row.id)?.provider
      return provider && provider !== row.provider
        ? [row.fault('provider', 'centre-moved', { value: row.id, provider })]
        : []
    }),
    ...removed
      .filter(slug => before.get(slug)?.hasOffers)
      .map(slug => faultIn('centres.csv', 'still-needed', { value: slug })),
  ]
}
