import { join } from 'node:path'
import { mock } from 'node:test'
import pg from 'pg'
import { createWeb } from '../src/app/web.tsx'
import { createIdentity } from '../src/identity/index.ts'
import { projectFolder } from '../src/platform/config.ts'
import { connect } from '../src/platform/database/connect.ts'
import type { DatabaseUrls } from '../src/platform/database/prepare.ts'
import { clientAddressesBehind } from '../src/platform/web/client-address.ts'
import { siteAt } from '../src/platform/web/site.ts'

/** What a page asks the database; questions of one step are asked together. */
export type Asked = { text: string; values: unknown[]; step: number }

/** Makes a page once, and writes down what it asked. */
export async function queriesOf(
  urls: DatabaseUrls,
  path: string,
): Promise<{ queries: Asked[]; page: string }> {
  const databases = { app: connect(urls.app), public: connect(urls.public) }
  const secret = 'only for a measurement, but long enough for the library'
  const identity = createIdentity({
    ...{ appUrl: urls.app, db: databases.app, secret, baseUrl: 'http://127.0.0.1', isDemo: true },
  })
  const web = createWeb({
    ...{ databases, identity, isDemo: true, assetsFolder: join(projectFolder, 'dist', 'assets') },
    ...{ clock: () => Temporal.Now.instant(), site: siteAt(undefined) },
    clientAddresses: clientAddressesBehind({ proxies: [] }),
    onFault: error => {
      throw error
    },
  })
  const listening = listenIn()
  try {
    const response = await web.request(`http://127.0.0.1${path}`)
    return { queries: listening.asked, page: await response.text() }
  } finally {
    listening.end()
    await identity.stop()
    await Promise.all([databases.app.destroy(), databases.public.destroy()])
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
