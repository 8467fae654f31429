import type { City } from '../src/identity/index.ts'
import { listCities } from '../src/identity/index.ts'
import { connect, type Database } from '../src/platform/database/connect.ts'
import { urlsOf } from '../src/platform/database/prepare.ts'
import { search } from '../src/programme/search.ts'
import { titles } from './large-pack.ts'
import { atMost, percentile, type Result, rounded } from './result.ts'
import { withCluster } from './scratch.ts'

const times = 600

/**
 * What families type, in thirteen languages: words of titles, their beginnings, misspelt ones. Against the cheapest
 * question there is: one offer by its key. In turn, so that both have the same machine.
 */
export const measureSearch = (folder: string): Promise<Result> =>
  withCluster(folder, async ({ adminUrl, secrets }) => {
    const db = connect(urlsOf(adminUrl, 'kieznetz', secrets).public, { connections: 1 })
    const [city] = await listCities(db)
    if (!city) throw new Error('The import left no city')
    const ids = await someOffers(db, city)
    const typed = whatIsTyped()
    const searching: number[] = []
    const reading: number[] = []
    for (let index = -typed.length; index < times; index++) {
      const word = typed[(index + typed.length) % typed.length] ?? ''
      const id = ids[(index + typed.length) % ids.length] ?? ''
      const [readMs, searchMs] = [
        await timed(() => readByKey(db, city, id)),
        await timed(() => search({ db, city }, word)),
      ]
      // The first round warms both.
      if (index < 0) continue
      reading.push(readMs)
      searching.push(searchMs)
    }
    await db.destroy()
    const [ours, theirs] = [percentile(searching, 0.95), percentile(reading, 0.95)]
    return atMost(5, ours / theirs, '×', {
      name: 'Search over 20,000 offers in 13 languages, p95',
      detail: `${rounded(ours)} ms, one offer by its key ${rounded(theirs)} ms; medians ${rounded(percentile(searching, 0.5))} and ${rounded(percentile(reading, 0.5))} ms`,
    })
  })

const someOffers = async (db: Database, { id }: City) => {
  const rows = await db
    .selectFrom('published.offers')
    .select('id')
    .where('cityId', '=', id)
    .limit(500)
    .execute()
  return rows.flatMap(row => (row.id ? [row.id] : []))
}

const readByKey = (db: Database, city: City, id: string) =>
  db
    .selectFrom('published.offers')
    .select(['id', 'slug', 'kind', 'priceCents'])
    .where('cityId', '=', city.id)
    .where('id', '=', id)
    .execute()

const whatIsTyped = () => [
  ...Object.values(titles).flatMap(({ what, rest }) => [...what, ...rest.slice(0, 1)]),
  ...[
    'Krabbel',
    'vorles',
    'Muettercafe',
    'Grosseltern',
    'Strasse',
    'Frühstük',
    'Krabelgrupe',
    'bebegim',
    'казк',
  ],
]

async function timed(work: () => Promise<unknown>) {
  const began = performance.now()
  await work()
  return performance.now() - began
}
