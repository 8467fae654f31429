import { type City, createIdentity, type Identity, listCities } from '../identity/index.ts'
import type { Settings } from '../platform/config.ts'
import type { Database } from '../platform/database/connect.ts'
import { OperatorError } from '../platform/operator-error.ts'
import { ownAddress } from '../platform/web/listen.ts'
import { bringUpToDate, connectedTo, withDatabase } from './with-database.ts'

/** Runs a command about people: with the accounts of the instance, and one of its cities. */
export const withIdentity = <Result>(
  settings: Settings,
  slug: string | undefined,
  work: (identity: Identity, city: City) => Promise<Result>,
): Promise<Result> =>
  withDatabase(settings, 'user', async database => {
    await bringUpToDate(database)
    const { urls, secret } = database
    return connectedTo(urls.app, async db => {
      const given = { appUrl: urls.app, secret, baseUrl: ownAddress(settings), isDemo: settings.demo }
      const identity = createIdentity({ ...given, db })
      try {
        return await work(identity, await cityCalled(db, slug))
      } finally {
        await identity.stop()
      }
    })
  })

/** With one city there is nothing to name. */
const cityCalled = async (db: Database, slug: string | undefined) => {
  const cities = await listCities(db)
  const city = slug ? cities.find(known => known.slug === slug) : cities.length === 1 ? cities[0] : undefined
  if (city) return city
  throw new OperatorError(
    cities.length === 0
      ? 'There is no city yet. Import one first: kieznetz import cities/wiesbaden.'
      : `--city is one of ${cities.map(known => known.slug).join(', ')}.`,
  )
}
