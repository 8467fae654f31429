import { randomUUIDv7 } from 'node:crypto'
import { record } from '../platform/audit.ts'
import type { Database, Tx } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { checkCityPack } from './check-city-pack.ts'
import { type Compared, compare, type StoredRecord } from './compare.ts'
import { type Fault, inReadingOrder, isWarning } from './faults.ts'
import { faultIn } from './read-file.ts'
import { packFiles } from './read-pack.ts'
import { findCityId, findTakenHosts, lockCity, writeCity } from './store/city.ts'
import { deleteRecords, findRecords, writeRecords } from './store/records.ts'
import { writeCentres } from './write-centres.ts'
import { writeConcept } from './write-concept.ts'
import { writeDue } from './write-due.ts'
import { writeFilm } from './write-film.ts'
import { writeFunding } from './write-funding.ts'
import { writeCatchments, writeHolidays, writeMap } from './write-map.ts'
import { writeProgramme } from './write-programme.ts'
import { writeRooms } from './write-rooms.ts'
import { writeThings } from './write-things.ts'
import type { Progress, SoundPack, Writing } from './writing.ts'

/** How many things of a file were new, different, gone, or as before; offers that are gone are archived. */
export type Change = { file: string; added: number; changed: number; removed: number; unchanged: number }
export type ImportOutcome =
  | { outcome: 'imported' | 'dry-run'; city: string; changes: Change[]; warnings: Fault[] }
  | { outcome: 'faulty'; faults: Fault[] }

type Importing = {
  db: Database
  folder: string
  now: Temporal.Instant
  /** Does everything and then takes it back, so what it tells is what would happen. */
  dryRun?: boolean
  onProgress?: (progress: Progress) => void
}

/**
 * Makes the pack in a folder the city's state, all or nothing. Everything is checked first and every fault told
 * at once; a second import changes only what has changed in the pack.
 */
export const importCityPack = async ({
  db,
  folder,
  now,
  dryRun = false,
  onProgress = () => {},
}: Importing): Promise<ImportOutcome> => {
  const { pack, faults } = await checkCityPack({ folder, now, onProgress })
  if (!pack || faults.some(fault => !isWarning(fault))) return faulty(faults)

  const cityId = (await findCityId(db, pack.city.id)) ?? randomUUIDv7()
  try {
    const result = await inTransaction({ db, scope: { kind: 'system', city: cityId } }, async tx => {
      const written = await write(tx, cityId, pack, now, onProgress)
      if (dryRun || 'faults' in written) throw new TakenBack(written)
      return written
    })
    return { outcome: 'imported', city: placeOf(pack), ...result, warnings: faults }
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error
    if ('faults' in error.written) return faulty([...faults, ...error.written.faults])
    return { outcome: 'dry-run', city: placeOf(pack), ...error.written, warnings: faults }
  }
}

const placeOf = ({ city }: SoundPack) => city.place[city.languages[0] ?? ''] ?? city.id

type Written = { changes: Change[] } | { faults: Fault[] }

/** Ends a transaction without keeping what it did. */
class TakenBack extends Error {
  readonly written: Written
  constructor(written: Written) {
    super('taken back')
    this.written = written
  }
}

const faulty = (faults: Fault[]): ImportOutcome => ({
  outcome: 'faulty',
  faults: inReadingOrder(faults, packFiles),
})

const write = async (
  tx: Tx,
  cityId: string,
  pack: SoundPack,
  now: Temporal.Instant,
  onProgress: (progress: Progress) => void,
): Promise<Written> => {
  await lockCity(tx, pack.city.id)
  const taken = await findTakenHosts(tx, cityId, pack.city.hosts)
  if (taken.length > 0)
    return { faults: taken.map(host => faultIn('city.json', 'host-taken', { value: host })) }

  onProgress({ step: 'map', done: 0, total: 1 })
  const stored = await findRecords(tx, cityId)
  const last: (() => Promise<unknown>)[] = []
  const writing: Writing = {
    ...{ tx, cityId, pack, now, stored, onProgress },
    afterwards: work => {
      last.unshift(work)
    },
  }
  const city = compare('city.json', [{ key: pack.city.id, value: pack.city }], stored)
  if (city.written.length > 0) await writeCity(tx, cityId, pack.city)
  const map = await writeMap(writing)
  const centres = await writeCentres(writing, map.districtIds)
  if ('faults' in centres) return { faults: centres.faults }
  const rooms = await writeRooms(writing, centres.homeOf)
  if ('faults' in rooms) return { faults: rooms.faults }
  const things = await writeThings(writing, centres.homeOf)
  if ('faults' in things) return { faults: things.faults }
  const quarters = await writeCatchments(writing, {
    districtIds: map.districtIds,
    centreIds: centres.centreIds,
  })
  const holidays = await writeHolidays(writing)
  const due = await writeDue(writing)
  const programme = await writeProgramme(writing, {
    homeOf: centres.homeOf,
    calendarChanged: city.written.length + holidays.written.length + holidays.removed.length > 0,
  })
  if ('faults' in programme) return { faults: programme.faults }
  const funding = await writeFunding(writing, centres.centreIds)
  if ('faults' in funding) return { faults: funding.faults }
  const concept = await writeConcept(writing)
  if ('faults' in concept) return { faults: concept.faults }
  const film = await writeFilm(writing)
  for (const work of last) await work()

  const compared = [
    ...[
      city,
      ...map.compared,
      ...centres.compared,
      rooms.compared,
      things.compared,
      quarters,
      holidays,
      due,
      ...programme.compared,
    ],
    ...[...funding.compared, ...concept.compared, film],
  ]
  await remember(tx, cityId, compared)
  await recordImport(tx, cityId, compared, now)
  return { changes: compared.map(changeOf) }
}

type AnyCompared = Omit<Compared<unknown>, 'written'> & {
  written: readonly unknown[]
  records: StoredRecord[]
}

const remember = async (tx: Tx, cityId: string, compared: readonly AnyCompared[]) => {
  for (const { file, removed, records } of compared) {
    await deleteRecords(tx, cityId, file, removed)
    await writeRecords(tx, cityId, records)
  }
}

/** One entry for the whole import: which files changed something, and how many things. */
const recordImport = async (
  tx: Tx,
  cityId: string,
  compared: readonly AnyCompared[],
  now: Temporal.Instant,
) => {
  const changed = compared.filter(({ written, removed }) => written.length + removed.length > 0)
  if (changed.length === 0) return
  const amount = changed.reduce((sum, { written, removed }) => sum + written.length + removed.length, 0)
  await record(
    tx,
    { city: { id: cityId }, actor: { kind: 'system' }, now },
    { action: 'city-pack.imported', providerId: null, fields: changed.map(({ file }) => file), amount },
  )
}

const changeOf = ({ file, written, added, removed, unchanged }: AnyCompared): Change => ({
  ...{ file, added: added.size, changed: written.length - added.size, removed: removed.length, unchanged },
})
