import { journeyNow, serveCity } from './served-city.ts'
import { databaseForThisFile } from './server.ts'

/** Wiesbaden as the demo shows it, with its sign-ins, served on a port of its own. */
export const runningCity = async ({ now = journeyNow, pack = 'cities/wiesbaden', withPast = false } = {}) => {
  const database = await databaseForThisFile()
  return { ...(await serveCity(database, { now, pack, withPast })), database }
}
