// The counterpart of a kept page: Node's own server that sends the same bytes and knows nothing else.
import { createServer } from 'node:http'
import { ask } from '../tests/support/ask.ts'

const { PORT, PAGE_URL = '' } = process.env
const page = await ask(PAGE_URL, { 'accept-encoding': 'br' })
const body = Buffer.from(await page.arrayBuffer())
const headers = [...page.headers]
  .filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name))
  .flat()

createServer((_, response) => response.writeHead(200, headers).end(body)).listen(Number(PORT), '127.0.0.1')
