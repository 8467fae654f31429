// The counterpart of a page that is made: Node's own server that asks the database the same and sends the same bytes.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import pg from 'pg'

type Asked = { text: string; values: unknown[]; step: number }
const { PORT, QUERIES = '', DATABASE = '' } = process.env
const { queries, page }: { queries: Asked[]; page: string } = JSON.parse(readFileSync(QUERIES, 'utf8'))
const pool = new pg.Pool({ connectionString: DATABASE, max: 10 })
pool.on('error', () => {})
const steps = Object.values(Object.groupBy(queries, ({ step }) => step)) as Asked[][]

/** Prepared, as ours are: planning would cost both more than all else. */
const names = new Map<string, string>()
const nameOf = (text: string) => {
  const name = names.get(text) ?? `bare_${names.size}`
  names.set(text, name)
  return name
}

createServer(async (_, response) => {
  for (const step of steps)
    await Promise.all(step.map(({ text, values }) => pool.query({ name: nameOf(text), text, values })))
  response.writeHead(200, { 'content-type': 'text/html; charset=UTF-8' }).end(page)
}).listen(Number(PORT), '127.0.0.1')
