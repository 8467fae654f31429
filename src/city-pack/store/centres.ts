import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { centres, openingHours, providers, RowOf } from '../tables.ts'
import { insertRows } from './bulk.ts'
import { type Ids, idOf } from './map.ts'

export const findProviderIds = async (tx: Tx, cityId: string): Promise<Map<string, string>> => {
  const rows = await tx.selectFrom('providers').select(['id', 'slug']).where('cityId', '=', cityId).execute()
  return new Map(rows.map(row => [row.slug, row.id]))
}

export const writeProviders = (tx: Tx, cityId: string, rows: readonly RowOf<typeof providers>[], ids: Ids) =>
  insertRows(
    tx,
    'providers',
    rows.map(row => ({
      ...{ cityId, id: idOf(ids, row.id), slug: row.id, name: row.name, law: row.law },
      dataProtectionOfficer: row.data_protection_officer,
      dataProtectionEmail: row.data_protection_email,
      ...{ authority: row.authority, authorityUrl: row.authority_url, isExample: row.example },
    })),
    { by: ['cityId', 'id'] },
  )

export const deleteProviders = async (tx: Tx, cityId: string, slugs: string[]) => {
  await sql`delete from providers where city_id = ${cityId} and slug = any (${slugs})`.execute(tx)
}

/** Each centre with its provider, and whether anything was ever planned there. */
export const findCentres = async (tx: Tx, cityId: string) => {
  const { rows } = await sql<{ id: string; slug: string; provider: string; hasOffers: boolean }>`
    select c.id, c.slug, p.slug as provider,
      exists (select from offers o where o.city_id = c.city_id and o.centre_id = c.id) as has_offers
    from centres c join providers p on p.city_id = c.city_id and p.id = c.provider_id
    where c.city_id = ${cityId}`.execute(tx)
  return rows
}

export const writeCentres = async (
  tx: Tx,
  cityId: string,
  rows: readonly RowOf<typeof centres>[],
  languages: readonly string[],
  ids: { centres: Ids; providers: Ids; districts: Ids },
) => {
  await insertRows(
    tx,
    'centres',
    rows.map(row => ({
      ...{ cityId, id: idOf(ids.centres, row.id), providerId: idOf(ids.providers, row.provider) },
      ...{ districtId: idOf(ids.districts, row.district), slug: row.id, name: row.name, street: row.street },
      ...{ postalCode: row.postal_code, town: row.town, phone: row.phone, email: row.email },
      ...{ latitude: row.latitude, longitude: row.longitude, colour: row.colour },
      ...{ isStepFree: row.step_free, isExample: row.example },
    })),
    { by: ['cityId', 'id'] },
  )
  const changed = rows.map(row => idOf(ids.centres, row.id))
  await sql`delete from centre_texts where city_id = ${cityId} and centre_id = any (${changed}::uuid[])`.execute(
    tx,
  )
  await insertRows(
    tx,
    'centreTexts',
    rows.flatMap(row =>
      languages.map(language => ({
        ...{ cityId, centreId: idOf(ids.centres, row.id), language },
        about: row.texts.about?.[language] ?? '',
        directions: row.texts.directions?.[language] ?? '',
        note: row.texts.example_note?.[language] ?? '',
      })),
    ),
  )
}

/** Replaces the opening hours of the named centres. */
export const writeOpeningHours = async (
  tx: Tx,
  cityId: string,
  rows: readonly RowOf<typeof openingHours>[],
  centreIds: string[],
  ids: Ids,
) => {
  await sql`delete from opening_hours where city_id = ${cityId} and centre_id = any (${centreIds}::uuid[])`.execute(
    tx,
  )
  await insertRows(
    tx,
    'openingHours',
    rows.map(row => ({
      ...{
        cityId,
        centreId: idOf(ids, row.centre),
        weekday: row.weekday,
        opens: row.opens,
        closes: row.closes,
      },
      notes: Object.fromEntries(Object.entries(row.texts.note ?? {}).filter(([, note]) => note !== '')),
    })),
  )
}

export const deleteCentres = async (tx: Tx, cityId: string, slugs: string[]) => {
  await sql`delete from centres where city_id = ${cityId} and slug = any (${slugs})`.execute(tx)
}
