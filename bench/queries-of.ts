import { mock } from 'node:test'
import pg from 'pg'
import type { DatabaseUrls } from '../src/platform/database/prepare.ts'
import { webOn } from './web-on.ts'

/** What a page asks the database; questions of one step are asked together. */
export type Asked = { text: string; values: unknown[]; step: number }

/** Makes a page once, and writes down what it asked. */
export async function queriesOf(
  urls: DatabaseUrls,
  path: string,
): Promise<{ queries: Asked[]; page: string }> {
  const web = webOn(urls)
  const listening = listenIn()
  try {
    const response = await web.ask(`http://127.0.0.1${path}`)
    return { queries: listening.asked, page: await response.text() }
  } finally {
    listening.end()
    await web.stop()
  }
}

function listenIn() {
  const { query } = pg.Client.prototype
  const asked: Asked[] = []
  let step = 0
  let underWay = 0
  const listening = mock.method(pg.Client.prototype, 'query', function (this: pg.Client, ...call: unknown[]) {
    const [first, second] = call
    const { text, values = [] } =
      typeof first === 'string' ? { text: first, values: second as unknown[] } : (first as Asked)
    if (underWay++ === 0) step++
    asked.push({ text, values, step })
    const answer: Promise<unknown> = Reflect.apply(query, this, call)
    return answer.finally(() => underWay--)
  })
  return { asked, end: () => listening.mock.restore() }
}
