import { publicHolidaysOf } from '../planning/index.ts'
import { dayOf } from '../platform/local-time.ts'
import { checkConcept } from './check-concept.ts'
import { checkDates } from './check-dates.ts'
import { checkDue } from './check-due.ts'
import { checkFunding } from './check-funding.ts'
import { checkMap } from './check-map.ts'
import { checkOffers } from './check-offers.ts'
import { checkReferences } from './check-references.ts'
import { checkRoomTable } from './check-room-table.ts'
import { type Fault, inReadingOrder } from './faults.ts'
import { type Pack, packFiles, readPack } from './read-pack.ts'
import type { Progress, SoundPack } from './writing.ts'

type Checking = { folder: string; now: Temporal.Instant; onProgress?: (progress: Progress) => void }
/** There is a pack only where it could be read; it may be written only where all faults are warnings. */
export type Checked = { pack: SoundPack | undefined; faults: Fault[] }

/** Reads the pack in a folder and finds every fault that shows without looking at the city as it is. */
export const checkCityPack = async ({ folder, now, onProgress = () => {} }: Checking): Promise<Checked> => {
  const faults: Fault[] = []
  onProgress({ step: 'reading', done: 0, total: 1 })
  const pack = await readPack(folder, faults)
  onProgress({ step: 'checking', done: 0, total: 1 })
  if (pack) faults.push(...(await faultsOf(pack, now)))
  return { pack: pack && soundPack(pack), faults: inReadingOrder(faults, packFiles) }
}

const faultsOf = async (pack: Pack, now: Temporal.Instant): Promise<Fault[]> => {
  const { timeZone, country, state } = pack.city ?? { timeZone: 'UTC', country: 'DE', state: '' }
  const publicHoliday = await publicHolidaysOf(country, state)
  return [
    ...checkReferences(pack),
    ...checkMap(pack),
    ...checkRoomTable(pack),
    ...checkOffers(pack),
    ...checkFunding(pack),
    ...checkConcept(pack),
    ...checkDue(pack),
    ...checkDates(pack, { timeZone, today: dayOf(now, timeZone), publicHoliday }),
  ]
}

const soundPack = (pack: Pack): SoundPack | undefined => {
  const { city, providers, centres } = pack
  if (!city || !providers || !centres) return undefined
  const aliases = new Map(pack.aliases?.rows.map(row => [row.alias, row.district]))
  const codeOf = (district: string) =>
    pack.codes.has(district) ? district : (aliases.get(district) ?? district)
  return { ...pack, city, providers, centres, codeOf }
}
