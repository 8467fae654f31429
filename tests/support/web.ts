import { createWeb } from '../../src/app/web.tsx'
import { createIdentity, type StaffMember } from '../../src/identity/index.ts'
import { connect } from '../../src/platform/database/connect.ts'
import type {
  EngineInside,
  TranslationEngine,
} from '../../src/platform/machine-translation/translation-engine.ts'
import { clientAddressesBehind } from '../../src/platform/web/client-address.ts'
import { siteAt } from '../../src/platform/web/site.ts'
import type { TestDatabase } from './server.ts'
import { townNow } from './town.ts'

type WebForTest = {
  now?: Temporal.Instant
  as?: StaffMember
  isDemo?: boolean
  sendsSms?: boolean
  sendsPush?: boolean
  /** Where the product is reached from outside, as KIEZNETZ_URL says it. */
  url?: string
  proxies?: readonly string[]
  /** The key of sessions and second factors. */
  secret?: string
  engineInside?: EngineInside
  translation?: TranslationEngine
}

/**
 * The whole product on the test's database, asked without a network: `await web.get('/de/offers')`.
 * `as` is the member of staff who asks, and who has just signed in; without it a visitor does. Faults of our own fail the test.
 */
export const webForTest = (
  database: TestDatabase,
  {
    now = townNow,
    as,
    isDemo = true,
    sendsSms = true,
    sendsPush = true,
    url,
    proxies = [],
    secret = ownKey,
    engineInside,
    translation,
  }: WebForTest = {},
) => {
  const databases = { app: connect(database.app), public: connect(database.public) }
  const faults: unknown[] = []
  const clock = { now }
  const identity = createIdentity({
    ...{ appUrl: database.app, db: databases.app, baseUrl: 'http://localhost', isDemo },
    secret,
  })
  const web = createWeb({
    databases,
    clock: () => clock.now,
    identity: as ? { ...identity, staffMember: async () => ({ provedAt: clock.now, ...as }) } : identity,
    ...{ isDemo, sendsSms, pushKey: sendsPush ? 'BJ-only-for-tests' : undefined },
    site: siteAt(url),
    ...{ engineInside, translation },
    clientAddresses: clientAddressesBehind({ proxies }),
    assetsFolder: 'dist/assets',
    onFault: error => faults.push(error),
  })
  const headers: Record<string, string> = as ? { cookie: 'session=test' } : {}
  const answered = async (response: Response | Promise<Response>) => {
    const answer = await response
    if (faults.length > 0) throw faults[0]
    return answer
  }
  return {
    ...web,
    databases,
    identity,
    clock: () => clock.now,
    moveTimeTo: (later: Temporal.Instant) => {
      clock.now = later
    },
    get: (path: string) => answered(web.request(`http://localhost${path}`, { headers })),
    post: async (path: string, fields: Record<string, string> | [string, string][] | FormData) => {
      const form = new Response(fields instanceof FormData ? fields : new URLSearchParams(fields))
      const body = await form.arrayBuffer()
      return answered(
        web.request(`http://localhost${path}`, {
          method: 'POST',
          headers: {
            ...{ ...headers, origin: 'http://localhost' },
            // As browsers do: they say what it is and how long.
            ...{
              'content-type': form.headers.get('content-type') ?? '',
              'content-length': `${body.byteLength}`,
            },
          },
          body,
        }),
      )
    },
    close: async () => {
      await identity.stop()
      await databases.app.destroy()
      await databases.public.destroy()
    },
  }
}

const ownKey = 'only for tests, but long enough for the library'
