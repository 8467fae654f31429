import { ask } from '../tests/support/ask.ts'
import { underLoad } from './load.ts'
import { compared, inTurn } from './pages.ts'
import { type Started, startBare } from './processes.ts'
import { undoneBy } from './tidy.ts'

const path = '/de/centres/kiez-westend/calendar.ics'
const barePort = 4_441

/** The calendar of a centre, asked for by those who have it, against a server that knows nothing but its mark. */
export async function measureFeed(
  product: Started,
  { rounds = 5, seconds = 4 }: { rounds?: number; seconds?: number } = {},
) {
  const { headers: said } = await ask(product.url + path)
  const headers = { 'if-none-match': said.get('etag') ?? '' }
  const { status } = await ask(product.url + path, headers)
  if (status !== 304) throw new Error(`${path} answers ${status} to those who have it`)
  const bare = await startBare('bare-feed.ts', barePort, { FEED_URL: product.url + path })
  return undoneBy(bare.stop, async () => {
    const measures: Parameters<typeof inTurn>[1] = [
      () => underLoad(product, { path, headers, seconds, isKnown: true }),
      () => underLoad(bare, { path: '/', headers, seconds, isKnown: true }),
    ]
    // Until both are compiled: so little is done for each request that the first seconds say twice as much.
    for (const measure of measures) await measure()
    const [ours, theirs] = await inTurn(rounds, measures)
    return compared('Calendar of a centre, known already (304)', 0.5, ours, theirs, 'a bare node:http server')
  })
}
