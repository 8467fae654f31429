import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import { type DatesRow, seriesOf } from '../series-of.ts'
import type { offers, RowOf } from '../tables.ts'
import { insertRows } from './bulk.ts'
import { type Ids, idOf } from './map.ts'

export type OfferRow = RowOf<typeof offers>
type StoredOffer = { id: string; slug: string; state: string; centre: string }

export const findOffers = (tx: Tx, cityId: string): Promise<StoredOffer[]> =>
  tx
    .selectFrom('offers')
    .innerJoin('centres', join =>
      join.onRef('centres.cityId', '=', 'offers.cityId').onRef('centres.id', '=', 'offers.centreId'),
    )
    .select(['offers.id', 'offers.slug', 'offers.state', 'centres.slug as centre'])
    .where('offers.cityId', '=', cityId)
    .execute()

/**
 * New offers are published; what staff have unpublished stays so; what was archived comes back. Where children stay
 * without their parents, a lead decides first: until then it is a draft.
 */
export const writeOffers = async (
  tx: Tx,
  cityId: string,
  rows: readonly OfferRow[],
  languages: readonly string[],
  {
    ids,
    centreOf,
    now,
  }: { ids: Ids; centreOf: (row: OfferRow) => { id: string; providerId: string }; now: Temporal.Instant },
) => {
  const changed = rows.map(row => idOf(ids, row.id))
  const withoutParents = rows.filter(row => row.without_parents).map(row => idOf(ids, row.id))
  await sql`
    update offers set text_version = text_version + 1, 
      state = case when id = any (${withoutParents}::uuid[]) and not exists (select from care_decisions d
          where d.city_id = offers.city_id and d.offer_id = offers.id) then 'draft'
        when state in ('archived', 'stale') then 'published' else state end
    where city_id = ${cityId} and id = any (${changed}::uuid[])`.execute(tx)
  await insertRows(
    tx,
    'offers',
    rows.map(row => {
      const centre = centreOf(row)
      return {
        cityId,
        id: idOf(ids, row.id),
        providerId: centre.providerId,
        centreId: centre.id,
        ...offerOf(row, languages, now),
      }
    }),
    { by: ['cityId', 'id'], keeps: ['state', 'providerId', 'centreId'] },
  )
}

const offerOf = (row: OfferRow, languages: readonly string[], now: Temporal.Instant) => ({
  slug: row.id,
  state: row.without_parents ? ('draft' as const) : ('published' as const),
  isWithoutParents: row.without_parents,
  kind: row.kind,
  format: row.format,
  way: row.way,
  topics: row.topics,
  ...{ languages: row.languages, audience: row.audience, ageFrom: row.age_from, ageUntil: row.age_until },
  ...{ isFromPregnancy: row.from_pregnancy, eases: row.easy, priceCents: row.price_cents },
  pricePer: row.price_cents === 0 ? null : row.price_per,
  ...{ isStepFree: row.step_free, place: row.place, leader: row.leader },
  ...{
    registration: registrationOf(row),
    counts: row.counts,
    places: row.places,
    babyPlaces: row.baby_places,
  },
  opensDaysBefore: row.registration_opens,
  closesHoursBefore: typeof row.registration_closes === 'number' ? row.registration_closes : 0,
  closesOn: typeof row.registration_closes === 'number' ? null : row.registration_closes,
  ...{ sourceLanguage: languages[0] ?? 'de', updatedAt: now },
})

const registrationOf = ({ registration, bookable, format }: OfferRow): 'none' | 'session' | 'course' => {
  if (registration === 'none') return 'none'
  return bookable ?? (format === 'course' ? 'course' : 'session')
}

/** All languages of a pack are of one version: whoever changes a text there has looked at its translations. */
export const writeTexts = async (
  tx: Tx,
  cityId: string,
  rows: readonly OfferRow[],
  languages: readonly string[],
  ids: Ids,
) => {
  const changed = rows.map(row => idOf(ids, row.id))
  await sql`delete from offer_texts where city_id = ${cityId} and offer_id = any (${changed}::uuid[])`.execute(
    tx,
  )
  await insertRows(
    tx,
    'offerTexts',
    rows.flatMap(row =>
      languages
        .filter(language => row.texts.title?.[language])
        .map((language, index) => ({
          ...{ cityId, offerId: idOf(ids, row.id), language, title: row.texts.title?.[language] ?? '' },
          ...{ summary: row.texts.summary?.[language] ?? '', body: row.texts.body?.[language] ?? '' },
          state: index === 0 ? 'original' : 'translated',
        })),
    ),
  )
  await sql`
    update offer_texts t set source_version = o.text_version from offers o
    where o.city_id = ${cityId} and o.id = any (${changed}::uuid[]) and o.text_version > 1
      and t.city_id = o.city_id and t.offer_id = o.id`.execute(tx)
}

export const archiveOffers = async (tx: Tx, cityId: string, offerIds: string[], now: Temporal.Instant) => {
  await sql`
    update offers set state = 'archived', updated_at = ${now}
    where city_id = ${cityId} and id = any (${offerIds}::uuid[])`.execute(tx)
}

/**
 * Gives offers the series of the pack. The first series stays the first, so that its sessions stay what they are;
 * returns the ids of those that are left over.
 */
export const writeSeries = async (
  tx: Tx,
  cityId: string,
  planned: readonly { offerId: string; rows: readonly DatesRow[] }[],
): Promise<string[]> => {
  const offerIds = planned.map(each => each.offerId)
  const { rows: stored } = await sql<{ id: string; offerId: string }>`
    select id, offer_id from series where city_id = ${cityId} and offer_id = any (${offerIds}::uuid[])
    order by id`.execute(tx)
  const before = Map.groupBy(stored, series => series.offerId)
  await insertRows(
    tx,
    'series',
    planned.flatMap(({ offerId, rows }) =>
      rows.map((row, index) => ({
        ...{ cityId, id: before.get(offerId)?.[index]?.id ?? randomUUIDv7(), offerId },
        ...withLists(seriesOf(row)),
      })),
    ),
    { by: ['cityId', 'id'] },
  )
  return planned.flatMap(({ offerId, rows }) =>
    (before.get(offerId) ?? []).slice(rows.length).map(series => series.id),
  )
}

const withLists = (series: ReturnType<typeof seriesOf>) => ({
  ...series,
  exceptOn: [...series.exceptOn],
  dates: [...series.dates],
})

export const deleteSeries = async (tx: Tx, cityId: string, ids: string[]) => {
  await sql`delete from series where city_id = ${cityId} and id = any (${ids}::uuid[])`.execute(tx)
}

/** Has the database count the programme's tables, so that what follows is planned for as many rows as there are. */
export const countProgramme = (tx: Tx) => sql`select count_programme()`.execute(tx)
