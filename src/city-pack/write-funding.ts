import { type Compared, compare, single } from './compare.ts'
import type { Fault } from './faults.ts'
import { faultIn } from './read-file.ts'
import * as store from './store/funding.ts'
import type { Ids } from './store/map.ts'
import { valuesOf, withNewIds } from './write-map.ts'
import type { Writing } from './writing.ts'

/** Fiscal years, amounts and the decisions about them; or the closed years that stand against it. */
export const writeFunding = async (writing: Writing, centreIds: Ids) => {
  const { tx, cityId, pack, stored } = writing
  const years = compare(
    'fiscal-years.csv',
    single(pack.fiscalYears?.rows, row => String(row.year)),
    stored,
  )
  const budget = compare(
    'budget.csv',
    single(pack.budget?.rows, row => `${row.centre}|${row.year}`),
    stored,
  )
  const faults = closedFaults(await store.findClosedYears(tx, cityId), years, budget)
  if (faults.length > 0) return { faults }

  await store.writeOpenYears(tx, cityId, valuesOf(years))
  await store.deleteAmounts(tx, cityId, budget.removed.map(amountKeyOf), centreIds)
  await store.writeAmounts(tx, cityId, valuesOf(budget), centreIds)
  await store.deleteYears(tx, cityId, years.removed.map(Number))
  // Last, because a closed year takes no amount any more.
  await store.closeYears(tx, cityId, valuesOf(years))
  return { compared: [years, budget, ...(await writeDecisions(writing))] }
}

const writeDecisions = async ({ tx, cityId, pack, stored }: Writing) => {
  const decisions = compare(
    'decisions.csv',
    single(pack.decisions?.rows, row => row.id),
    stored,
  )
  const stations = compare(
    'decision-stations.csv',
    single(pack.stations?.rows, row => `${row.decision}|${row.station}`),
    stored,
  )
  const votes = compare(
    'decision-votes.csv',
    single(pack.votes?.rows, row => `${row.decision}|${row.group}`),
    stored,
  )
  const ids = withNewIds(
    await store.findDecisionIds(tx, cityId),
    decisions.written.map(({ key }) => key),
  )
  await store.deleteDecisions(tx, cityId, decisions.removed)
  await store.writeDecisions(tx, cityId, valuesOf(decisions), pack.languages, ids)
  await store.deleteStations(tx, cityId, stations.removed.map(partKeyOf), ids)
  await store.writeStations(tx, cityId, valuesOf(stations), ids)
  await store.deleteVotes(tx, cityId, votes.removed.map(partKeyOf), ids)
  await store.writeVotes(tx, cityId, valuesOf(votes), ids)
  return [decisions, stations, votes]
}

type Amount = { year: number; fault: (column: string, code: 'year-closed', about?: Fault['about']) => Fault }

/** A closed year never changes; the database refuses it too, but cannot say in which line of the pack it stands. */
const closedFaults = (
  closed: ReadonlySet<number>,
  years: Compared<Amount>,
  budget: Compared<Amount>,
): Fault[] => [
  ...[...valuesOf(years), ...valuesOf(budget)]
    .filter(({ year }) => closed.has(year))
    .map(row => row.fault('year', 'year-closed', { value: row.year })),
  ...years.removed
    .filter(year => closed.has(Number(year)))
    .map(year => faultIn('fiscal-years.csv', 'year-closed', { value: year })),
  ...budget.removed
    .map(amountKeyOf)
    .filter(({ year }) => closed.has(year))
    .map(({ year }) => faultIn('budget.csv', 'year-closed', { value: year })),
]

const amountKeyOf = (key: string) => {
  const [centre = '', year] = key.split('|')
  return { centre, year: Number(year) }
}

const partKeyOf = (key: string) => {
  const at = key.indexOf('|')
  return { decision: key.slice(0, at), name: key.slice(at + 1) }
}
