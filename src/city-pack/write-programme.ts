import { dropComing, fillOffers, planningIn } from '../planning/index.ts'
import { type Compared, compare, grouped, single } from './compare.ts'
import { keptAtHome } from './kept-at-home.ts'
import type { DatesRow } from './series-of.ts'
import { idOf } from './store/map.ts'
import {
  archiveOffers,
  countProgramme,
  deleteSeries,
  findOffers,
  type OfferRow,
  writeOffers,
  writeSeries,
  writeTexts,
} from './store/offers.ts'
import { valuesOf, withNewIds } from './write-map.ts'
import type { Writing } from './writing.ts'

type Home = { id: string; providerId: string }

/** Offers with their texts, series and dates; those that the pack has no longer are archived. */
export const writeProgramme = async (
  writing: Writing,
  { homeOf, calendarChanged }: { homeOf: ReadonlyMap<string, Home>; calendarChanged: boolean },
) => {
  const { tx, cityId, pack, stored } = writing
  const offers = compare(
    'offers.csv',
    single(pack.offers?.rows, row => row.id),
    stored,
  )
  const dates = compare(
    'dates.csv',
    grouped(pack.dates?.rows, row => row.offer),
    stored,
  )
  const existing = await findOffers(tx, cityId)
  const faults = keptAtHome(
    offers,
    existing.map(offer => ({ ...offer, isArchived: offer.state === 'archived' })),
  )
  if (faults.length > 0) return { faults }

  const known = new Map(existing.map(offer => [offer.slug, offer.id]))
  const ids = withNewIds(
    known,
    offers.written.map(entry => entry.key),
  )
  const centreOf = (row: OfferRow) => {
    const home = homeOf.get(row.centre)
    if (!home) throw new Error(`The centre "${row.centre}" was not checked.`)
    return home
  }
  await writeChanged(writing, valuesOf(offers), { ids, centreOf })
  await archive(
    writing,
    offers.removed.flatMap(slug => known.get(slug) ?? []),
  )
  await writeDates(writing, dates, ids)

  const changed = new Set([...offers.written, ...dates.written].map(entry => entry.key))
  const toFill = calendarChanged ? (pack.offers?.rows.map(row => row.id) ?? []) : [...changed]
  await fill(
    writing,
    toFill.map(slug => idOf(ids, slug)),
  )
  return { compared: [offers, dates] }
}

type Placing = { ids: ReadonlyMap<string, string>; centreOf: (row: OfferRow) => Home }

const writtenAtOnce = 2500

const writeChanged = async (
  { tx, cityId, pack, now, onProgress }: Writing,
  rows: OfferRow[],
  placing: Placing,
) => {
  await inChunks(rows, writtenAtOnce, chunk =>
    writeOffers(tx, cityId, chunk, pack.languages, { ...placing, now }),
  )
  if (rows.length > 1000) await countProgramme(tx)
  await inChunks(rows, writtenAtOnce, async (chunk, done) => {
    await writeTexts(tx, cityId, chunk, pack.languages, placing.ids)
    onProgress({ step: 'offers', done, total: rows.length })
  })
}

const archive = async ({ tx, cityId, now }: Writing, offerIds: string[]) => {
  await archiveOffers(tx, cityId, offerIds, now)
  await dropComing(tx, cityId, { offerIds }, now)
}

/** Sessions of a series that is gone go with it, where nobody waits for them. */
const writeDates = async (
  { tx, cityId, now }: Writing,
  dates: Compared<DatesRow[]>,
  ids: ReadonlyMap<string, string>,
) => {
  const planned = dates.written.map(({ key, value }) => ({ offerId: idOf(ids, key), rows: value }))
  const undated = dates.removed.flatMap(slug => ids.get(slug) ?? [])
  const leftOver = await writeSeries(tx, cityId, [
    ...planned,
    ...undated.map(offerId => ({ offerId, rows: [] })),
  ])
  await dropComing(tx, cityId, { seriesIds: leftOver }, now)
  await deleteSeries(tx, cityId, leftOver)
}

const filledAtOnce = 400

const fill = async ({ tx, cityId, now, onProgress }: Writing, offerIds: string[]) => {
  const filling = { ...(await planningIn(tx, cityId, now)), cityId, now }
  const isLarge = offerIds.length > 1000
  if (isLarge) await countProgramme(tx)
  let done = 0
  const fillChunk = async (chunk: string[]) => {
    await fillOffers(tx, chunk, filling)
    done += chunk.length
    onProgress({ step: 'dates', done, total: offerIds.length })
  }
  await fillChunk(offerIds.slice(0, filledAtOnce))
  if (isLarge) await countProgramme(tx)
  const rest = offerIds.slice(filledAtOnce)
  const isOfLane = (lane: number) => (_: string, index: number) =>
    Math.floor(index / filledAtOnce) % 2 === lane
  // While the database writes the dates of one lane, those of the other are worked out.
  await allDone([0, 1].map(lane => inChunks(rest.filter(isOfLane(lane)), filledAtOnce, fillChunk)))
  // Else the first pages take ten times as long, until the server counts by itself a minute later.
  await countProgramme(tx)
}

/** Waits for all, also when one has failed: nothing may still be writing when its transaction ends. */
const allDone = async (lanes: Promise<void>[]) => {
  for (const result of await Promise.allSettled(lanes)) {
    if (result.status === 'rejected') throw result.reason
  }
}

const inChunks = async <Item>(
  items: readonly Item[],
  size: number,
  work: (chunk: Item[], done: number) => Promise<void>,
) => {
  for (let from = 0; from < items.length; from += size) {
    await work(items.slice(from, from + size), Math.min(from + size, items.length))
  }
}
