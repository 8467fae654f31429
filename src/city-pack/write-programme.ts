import { dropComing, fillOffers, planningIn } from '../programme/index.ts'
import { type Compared, compare, grouped, single } from './compare.ts'
import type { Fault } from './faults.ts'
import { idOf } from './store/map.ts'
import {
  archiveOffers,
  deleteSeries,
  findOffers,
  type OfferRow,
  type StoredOffer,
  writeOffers,
  writeSeries,
} from './store/offers.ts'
import { valuesOf, withNewIds } from './write-map.ts'
import type { Writing } from './writing.ts'

type Home = { id: string; providerId: string }

/** Offers with their texts, series and dates; those that the pack has no longer are archived. */
export const writeProgramme = async (
  writing: Writing,
  { homeOf, calendarChanged }: { homeOf: ReadonlyMap<string, Home>; calendarChanged: boolean },
) => {
  const { tx, cityId, pack, now, stored, onProgress } = writing
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
  const faults = offerFaults(offers, existing)
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
  await inChunks(valuesOf(offers), 1000, async (rows, done) => {
    await writeOffers(tx, cityId, rows, pack.languages, { ids, centreOf, now })
    onProgress({ step: 'offers', done, total: offers.written.length })
  })

  await archive(
    writing,
    offers.removed.flatMap(slug => known.get(slug) ?? []),
  )
  const undated = dates.removed.flatMap(slug => ids.get(slug) ?? [])
  const planned = dates.written.map(({ key, value }) => ({ offerId: idOf(ids, key), rows: value }))
  const leftOver = await writeSeries(tx, cityId, [
    ...planned,
    ...undated.map(offerId => ({ offerId, rows: [] })),
  ])
  await dropComing(tx, cityId, { seriesIds: leftOver }, now)
  await deleteSeries(tx, cityId, leftOver)

  const changed = new Set([...offers.written, ...dates.written].map(entry => entry.key))
  const toFill = calendarChanged ? (pack.offers?.rows.map(row => row.id) ?? []) : [...changed]
  await fill(
    writing,
    toFill.map(slug => idOf(ids, slug)),
  )
  return { compared: [offers, dates] }
}

const offerFaults = (offers: Compared<OfferRow>, existing: readonly StoredOffer[]): Fault[] => {
  const before = new Map(existing.map(offer => [offer.slug, offer]))
  return valuesOf(offers).flatMap(row => {
    const offer = before.get(row.id)
    if (!offer) return []
    if (offer.centre !== row.centre)
      return [row.fault('centre', 'offer-moved', { value: row.id, centre: offer.centre })]
    const isStaffs = offers.added.has(row.id) && offer.state !== 'archived'
    return isStaffs ? [row.fault('id', 'made-by-staff', { value: row.id })] : []
  })
}

const archive = async ({ tx, cityId, now }: Writing, offerIds: string[]) => {
  await archiveOffers(tx, cityId, offerIds, now)
  await dropComing(tx, cityId, { offerIds }, now)
}

const fill = async ({ tx, cityId, now, onProgress }: Writing, offerIds: string[]) => {
  const filling = { ...(await planningIn(tx, cityId, now)), cityId, now }
  await inChunks(offerIds, 400, async (chunk, done) => {
    await fillOffers(tx, chunk, filling)
    onProgress({ step: 'dates', done, total: offerIds.length })
  })
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
