import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hsdsSchemas } from '../../../tests/support/hsds.ts'
import { aBusyTown, readJson, secrets } from '../../../tests/support/open-data.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown, townNow } from '../../../tests/support/town.ts'
import { webForTest } from '../../../tests/support/web.ts'
import { importCityPack } from '../../city-pack/index.ts'
import { hsdsEndpoints } from './endpoints.ts'
import { germanProfile } from './profile.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const { offers, sessions } = await aBusyTown(town)
const web = webForTest(database)
afterAll(() => web.close())

const faultsBySchema = hsdsSchemas()
const faultsByProfile = hsdsSchemas(germanProfile.patches)
const faultsOf = (schema: string, thing: unknown) => [
  ...new Set([...faultsBySchema(schema, thing), ...faultsByProfile(schema, thing)]),
]

type Page = { contents: Thing[]; total_items: number; total_pages: number; size: number; empty: boolean }
type Thing = { id: string; name: string; [name: string]: unknown }
type Schedule = { [name: string]: unknown }

const hosts = ['kleinstadt.localhost', 'kiez-wiesbaden.localhost']
const kinds = {
  services: 'service',
  service_at_locations: 'service_at_location',
  organizations: 'organization',
  locations: 'location',
  taxonomies: 'taxonomy',
  taxonomy_terms: 'taxonomy_term',
} as const
const lists = Object.keys(kinds) as (keyof typeof kinds)[]

beforeAll(async () => {
  const imported = await importCityPack({ db: town.db, folder: 'cities/wiesbaden', now: townNow })
  expect(imported.outcome).not.toBe('faulty')
}, 60_000)

describe.each(hosts)('at %s', host => {
  const at = { get: (path: string) => web.request(`http://${host}/api/v1/hsds${path}`) as Promise<Response> }

  test.each(lists)(
    'every one of the %s is valid by the schemas and by the profile, short and in full',
    async list => {
      const full = 'full' in optionsOf(list) ? ['', '&full=true'] : ['']
      for (const language of ['de', 'ar'])
        for (const more of full) {
          const things = await everything(at, `/${language}/${list}`, more)
          expect(things.length).toBeGreaterThan(1)
          expect(things.flatMap(thing => faultsOf(kinds[list], thing)).slice(0, 5)).toEqual([])
        }
    },
    60_000,
  )

  test.each(lists)('one of the %s says what its list says, and more', async list => {
    const [first] = (await readJson<Page>(at, `/de/${list}?per_page=1`)).contents
    const one = await readJson<Thing>(at, `/de/${list}/${first?.id}`)
    expect(faultsOf(kinds[list], one)).toEqual([])
    expect(one.id).toBe(first?.id)
  })
})

const small = {
  get: (path: string) => web.request(`http://${hosts[0]}/api/v1/hsds${path}`) as Promise<Response>,
}

test('it says which HSDS and which profile it follows, and explains the profile', async () => {
  const start = await readJson<Record<string, string>>(small, '/de')
  expect(start).toMatchObject({ version: '3.0', openapi_url: expect.stringContaining('/3.0/') })
  const profile = await web.request(start.profile ?? '')
  expect(await profile.json()).toEqual(germanProfile)
})

test('pages count from one and say where one is', async () => {
  const page = await readJson<Page>(small, '/de/services?per_page=3&page=2')
  expect({ ...page, contents: page.contents.length }).toEqual({
    ...{ total_items: 4, total_pages: 2, page_number: 2, size: 1 },
    ...{ first_page: false, last_page: true, empty: false, contents: 1 },
  })
})

test('weeks with a gap become two schedules, with the offset of their dates and the text of their times', async () => {
  const service = await readJson<Thing>(small, `/de/services/${offers.justCome.id}`)
  const [today, later] = service.schedules as Schedule[]
  expect(later ?? today).toMatchObject({
    ...{ dtstart: '2026-12-07', until: '2026-12-07', timezone: 1, opens_at: '09:30+01:00' },
  })
  expect(service.alert).toBe('Fällt aus: Montag, 30. November')
  expect(JSON.stringify(service.schedules)).not.toContain('2026-11-30')
})

test('the day on which somebody last looked at an offer is its assured date', async () => {
  const service = await readJson<Thing>(small, `/de/services/${offers.justCome.id}`)
  expect(service.assured_date).toBe('2026-11-19')
})

test('free places are said only as pages say them', async () => {
  const capacities = async (id: string) =>
    (await readJson<Thing>(small, `/de/services/${id}`)).capacities as { available: number }[]
  expect(await capacities(offers.registered.id)).toMatchObject([{ available: 2 }])
  expect(await capacities(offers.course.id)).toEqual([])
})

test.each([
  ['search=Babymassage&organization_id=PROVIDER', ['Krabbelgruppe', 'Babymassage']],
  ['modified_after=2999-01-01T00:00:00Z', []],
  ['taxonomy_term_id=00000000-0000-4000-8000-000000000000', []],
])('services can be asked for by %s', async (query, names) => {
  const { contents } = await readJson<Page>(
    small,
    `/de/services?${query.replace('PROVIDER', town.westend.providerId)}`,
  )
  expect(contents.map(({ name }) => name).filter(name => name !== 'Elternabend online')).toEqual(names)
})

test('terms lead to their services', async () => {
  const { contents } = await readJson<Page>(small, '/de/taxonomy_terms?per_page=100')
  const health = contents.find(({ code }) => code === 'health')
  const found = await readJson<Page>(small, `/de/services?taxonomy_term_id=${health?.id}`)
  expect(found.contents.map(({ name }) => name)).toEqual(['Babymassage'])
})

test.each([
  ['/de/services?per_page=0', 400],
  ['/de/services?modified_after=yesterday', 400],
  ['/de/services?modified_after=%2B275760-09-13T00:00:00Z', 400],
  ['/de/services/nothing', 404],
  ['/fr/services', 404],
])('%s is a problem', async (path, status) => {
  const answer = await small.get(path)
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-type')).toContain('problem+json')
})

test('who reads the same list without an end is asked to wait', async () => {
  const eager = webForTest(database)
  const list = 'http://kleinstadt.localhost/api/v1/hsds/de/services?minimal=true&per_page=1'
  const statuses: number[] = []
  for (let times = 0; times <= 60; times++) statuses.push((await eager.request(list)).status)
  expect(statuses.slice(0, 60).every(status => status === 200)).toBe(true)
  expect(statuses.at(-1)).toBe(429)
  await eager.close()
})

test('nothing is said that pages do not say', async () => {
  const said = (await Promise.all(lists.map(list => everything(small, `/de/${list}`, '&full=true'))))
    .map(things => JSON.stringify(things))
    .join()
  for (const secret of [...secrets, 'Yıldız', 'Noch ein Entwurf', sessions.secret.id])
    expect(said).not.toContain(secret)
  expect(said).toContain('Krabbelgruppe')
})

describe('controls', () => {
  test('a schema would say what is wrong', () => {
    expect(faultsBySchema('service', { id: 'no uuid', name: 'x' })).toHaveLength(2)
    expect(faultsBySchema('schedule', { id: town.city.id, freq: 'DAILY' })).toHaveLength(1)
  })

  test('so would the profile', () => {
    const service = { id: town.city.id, name: 'x', status: 'active' }
    expect(faultsBySchema('service', service)).toEqual([])
    expect(faultsByProfile('service', service)).not.toEqual([])
  })
})

const optionsOf = (list: keyof typeof kinds) =>
  Object.fromEntries(hsdsEndpoints[`/${list}`].map(name => [name, true]))

const everything = async (
  at: { get: (path: string) => Promise<Response> },
  path: string,
  more: string,
): Promise<Thing[]> => {
  const isKnown = more === '' || 'full' in optionsOf(path.split('/').at(-1) as keyof typeof kinds)
  const things: Thing[] = []
  for (let page = 1, pages = 1; page <= pages; page++) {
    const read = await readJson<Page>(at, `${path}?per_page=100&page=${page}${isKnown ? more : ''}`)
    things.push(...read.contents)
    pages = read.total_pages
  }
  return things
}
