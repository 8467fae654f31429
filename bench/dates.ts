import { sql } from 'kysely'
import pg from 'pg'
import { connect, type Tx } from '../src/platform/database/connect.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { type DatabaseUrls, prepare } from '../src/platform/database/prepare.ts'
import { atMost, median, type Result, rounded } from './result.ts'
import { withCluster, withFolder } from './scratch.ts'
import { undoneBy } from './tidy.ts'
import { aSmallTown, type BenchTown } from './town.ts'
import { webOn } from './web-on.ts'

const times = 60
const [few, many] = [2_000, 200_000]

/**
 * The week of a centre, a filtered list and its calendar with 200,000 dates in the database, against the same with
 * 2,000. What is shown is the same in both: the other dates are over.
 */
export const measureDates = (): Promise<Result[]> =>
  withFolder(folder =>
    withCluster(folder, async ({ adminUrl, secrets }) => {
      const [small, large] = [
        await aCityWith(few, await prepare(adminUrl, 'few', secrets)),
        await aCityWith(many, await prepare(adminUrl, 'many', secrets)),
      ]
      return undoneBy(
        async () => void (await Promise.all([small.stop(), large.stop()])),
        async () => {
          const results: Result[] = []
          for (const [name, path] of Object.entries(pages))
            results.push(await compare(name, path, small, large))
          return results
        },
      )
    }),
  )

const pages = {
  'Week of a centre': '/de/centres/kiez-westend',
  'Filtered list': '/de/offers?district=08&free=yes&part=morning',
  'Calendar of a centre': '/de/centres/kiez-westend/calendar.ics',
}

type Asked = ReturnType<typeof webOn>

/** In turn, so that both have the same machine; the first round warms both. */
const compare = async (name: string, path: string, small: Asked, large: Asked): Promise<Result> => {
  const took: [number[], number[]] = [[], []]
  for (let round = -5; round < times; round++)
    for (const [index, web] of [small, large].entries()) {
      const began = performance.now()
      const answer = await web.ask(`http://kleinstadt.localhost${path}`)
      await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
      if (round >= 0) took[index]?.push(performance.now() - began)
    }
  const [theirs, ours] = [median(took[0]), median(took[1])]
  return atMost(1.3, ours / theirs, '×', {
    name: `${name} with 200,000 dates, made anew`,
    detail: `${rounded(ours)} ms, with 2,000 dates ${rounded(theirs)} ms (medians of ${times})`,
  })
}

const aCityWith = async (dates: number, urls: DatabaseUrls) => {
  await migrate(urls.owner, 'migrations')
  const db = connect(urls.app)
  await fill(await aSmallTown(db), dates)
  await db.destroy()
  const owner = new pg.Client({ connectionString: urls.owner })
  await owner.connect()
  await owner.query('analyze')
  await owner.end()
  return webOn(urls)
}

/** Twenty offers at each of two centres, once a week until in 25 weeks; the more dates, the further back they go. */
const fill = async ({ cityId, westend, dotzheim, write }: BenchTown, dates: number) => {
  const offers = 20
  const weeksBack = dates / (2 * offers) - 25
  await write(async tx => {
    for (const centre of [westend, dotzheim]) {
      await offersOf(tx, { cityId, ...centre }, offers)
      await weeklyDates(tx, { cityId, centreId: centre.id, from: -weeksBack, until: 25 })
    }
  })
}

type Centre = { cityId: string; id: string; providerId: string; slug: string }

const offersOf = (tx: Tx, { cityId, id, providerId, slug }: Centre, amount: number) =>
  sql`with offer as (insert into offers (city_id, provider_id, centre_id, slug, state, kind, format)
      select ${cityId}, ${providerId}, ${id}, ${slug}::text || '-' || n, 'published', 'encounter', 'drop-in'
      from generate_series(1, ${amount}) n returning city_id, id, slug)
    insert into offer_texts (city_id, offer_id, language, title, state)
    select city_id, id, 'de', 'Gruppe ' || slug, 'original' from offer`.execute(tx)

type Weeks = { cityId: string; centreId: string; from: number; until: number }

/** Each offer of the centre once a week, five of them on each day from Monday to Thursday. */
const weeklyDates = (tx: Tx, { cityId, centreId, from, until }: Weeks) =>
  sql`insert into sessions (city_id, provider_id, centre_id, offer_id, held_on, starts, ends, starts_at, ends_at)
    select o.city_id, o.provider_id, o.centre_id, o.id, day, starts, starts + interval '90 minutes',
      (day + starts) at time zone 'Europe/Berlin', (day + starts + interval '90 minutes') at time zone 'Europe/Berlin'
    from (select *, row_number() over (order by slug) as turn from offers) o
    cross join generate_series(${from}::int, ${until - 1}::int) week
    cross join lateral (select date_trunc('week', current_date)::date + week * 7 + (turn % 4)::int as day,
      time '08:00' + (turn % 5) * interval '2 hours' as starts) at
    where o.city_id = ${cityId} and o.centre_id = ${centreId}`.execute(tx)
