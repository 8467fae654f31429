import type { City } from '../../src/identity/index.ts'
import type { Tx } from '../../src/platform/database/connect.ts'

export type TownCentre = { id: string; providerId: string; districtId: string; slug: string; name: string }

/** Writes a city with two districts, two providers under different laws, and a centre of each. */
export async function foundTown(tx: Tx, city: City, host: string) {
  const cityId = city.id
  await tx
    .insertInto('cities')
    .values({
      ...{ id: cityId, slug: city.slug, timeZone: city.timeZone, country: city.country, state: city.state },
      languages: [...city.languages],
      ...{ colour: city.colour, leaveTo: city.leaveTo },
      office: { name: 'Amt für Soziale Arbeit', email: 'familien@example.org' },
      attributions: JSON.stringify([{ title: 'Grenzen', holder: 'OpenStreetMap', licence: 'ODbL-1.0' }]),
    })
    .execute()
  await tx.insertInto('cityHosts').values({ cityId, host }).execute()
  await tx
    .insertInto('cityTexts')
    .values(
      Object.entries(city.names).map(([language, names]) => ({
        ...{ cityId, language, imprint: 'Stadt Kleinstadt, Rathausplatz 1' },
        ...{ name: names?.name ?? '', place: names?.place ?? '' },
      })),
    )
    .execute()

  const districts = {
    westend: await aDistrict(tx, cityId, { code: '08', name: 'Westend', west: 8.22, south: 50.07 }),
    dotzheim: await aDistrict(tx, cityId, { code: '16', name: 'Dotzheim', west: 8.18, south: 50.06 }),
  }
  const westend = await aCentre(tx, cityId, {
    ...{ districtId: districts.westend, slug: 'kiez-westend', name: 'KiEZ Westend', colour: '#7a2f5f' },
    ...{ street: 'Wellritzstraße 38', latitude: 50.0815, longitude: 8.2322, isStepFree: false },
    provider: { slug: 'awo', name: 'AWO Kleinstadt', law: 'DSGVO', authority: 'Hessischer Beauftragter' },
  })
  const dotzheim = await aCentre(tx, cityId, {
    ...{ districtId: districts.dotzheim, slug: 'kiez-dotzheim', name: 'KiEZ Dotzheim', colour: '#3f6b2a' },
    ...{ street: 'Wiesbadener Straße 9', latitude: 50.0745, longitude: 8.193, isStepFree: true },
    provider: { slug: 'caritas', name: 'Caritas Kleinstadt', law: 'KDG', authority: 'Datenschutzzentrum' },
  })
  return { westend, dotzheim, districts }
}

type DistrictGiven = { code: string; name: string; west: number; south: number }

/** A square of some four kilometres; its one quarter belongs to no centre yet. */
async function aDistrict(tx: Tx, cityId: string, { code, name, west, south }: DistrictGiven) {
  const [east, north] = [west + 0.04, south + 0.03]
  const ring = [[west, south], [west, north], [east, north], [east, south], [west, south]] // biome-ignore format: a ring is read as one line
  const { id } = await tx
    .insertInto('districts')
    .values({ cityId, code, name, geometry: { type: 'Polygon', coordinates: [ring] } })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

type CentreGiven = {
  districtId: string
  slug: string
  name: string
  colour: string
  street: string
  latitude: number
  longitude: number
  isStepFree: boolean
  provider: { slug: string; name: string; law: 'DSGVO' | 'KDG'; authority: string }
}

/** A centre with its provider and, as its catchment, one quarter of its district. */
async function aCentre(tx: Tx, cityId: string, { provider, ...centre }: CentreGiven): Promise<TownCentre> {
  const { id: providerId } = await tx
    .insertInto('providers')
    .values({
      ...provider,
      cityId,
      dataProtectionOfficer: 'Datenschutzstelle',
      dataProtectionEmail: `datenschutz.${provider.slug}@example.org`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id } = await tx
    .insertInto('centres')
    .values({
      ...centre,
      cityId,
      providerId,
      postalCode: '65000',
      town: 'Kleinstadt',
      phone: '+49 69 90009-100',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('centreTexts')
    .values({
      cityId,
      centreId: id,
      language: 'de',
      about: `${centre.name} ist für alle da.`,
      directions: 'Bus 4',
    })
    .execute()
  await tx
    .insertInto('openingHours')
    .values({
      ...{ cityId, centreId: id, weekday: 1 },
      opens: Temporal.PlainTime.from('09:00'),
      closes: Temporal.PlainTime.from('17:00'),
    })
    .execute()
  const quarter = await tx
    .insertInto('quarters')
    .values({
      cityId,
      districtId: centre.districtId,
      slug: `${centre.slug}-quartier`,
      name: `Rund ums ${centre.name}`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('catchments')
    .values({ cityId, quarterId: quarter.id, centreId: id, valid: '[2026-01-01,)' })
    .execute()
  return { id, providerId, districtId: centre.districtId, slug: centre.slug, name: centre.name }
}
