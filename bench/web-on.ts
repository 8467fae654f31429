import { join } from 'node:path'
import { createWeb } from '../src/app/web.tsx'
import { createIdentity } from '../src/identity/index.ts'
import { projectFolder } from '../src/platform/config.ts'
import { connect } from '../src/platform/database/connect.ts'
import type { DatabaseUrls } from '../src/platform/database/prepare.ts'
import { clientAddressesBehind } from '../src/platform/web/client-address.ts'
import { siteAt } from '../src/platform/web/site.ts'

/** The pages on a database, made anew for every request and asked without a network. */
export const webOn = (urls: DatabaseUrls) => {
  const databases = { app: connect(urls.app), public: connect(urls.public) }
  const secret = 'only for a measurement, but long enough for the library'
  const identity = createIdentity({
    ...{ appUrl: urls.app, db: databases.app, secret, baseUrl: 'http://127.0.0.1', isDemo: true },
  })
  const web = createWeb({
    ...{
      databases,
      identity,
      isDemo: true,
      sendsSms: true,
      assetsFolder: join(projectFolder, 'dist', 'assets'),
    },
    ...{ clock: () => Temporal.Now.instant(), site: siteAt(undefined) },
    clientAddresses: clientAddressesBehind({ proxies: [] }),
    onFault: error => {
      throw error
    },
  })
  return {
    ask: (address: string) => web.request(address),
    stop: async () => {
      await identity.stop()
      await Promise.all([databases.app.destroy(), databases.public.destroy()])
    },
  }
}
