// The counterpart of a feed: Node's own server that sends the same bytes, or that they are the same, and no more.
import { createServer } from 'node:http'
import { ask } from '../tests/support/ask.ts'

const { PORT, FEED_URL = '' } = process.env
const feed = await ask(FEED_URL)
const known = feed.headers.get('etag') ?? ''
const unchanged = await ask(FEED_URL, { 'if-none-match': known })
const body = Buffer.from(await feed.arrayBuffer())
const [whole, short] = [feed, unchanged].map(({ headers }) =>
  [...headers].filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name)).flat(),
)

createServer((request, response) =>
  request.headers['if-none-match'] === known
    ? response.writeHead(304, short).end()
    : response.writeHead(200, whole).end(body),
).listen(Number(PORT), '127.0.0.1')
