import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { importCityPack } from '../../src/city-pack/index.ts'
import { main } from '../../src/main.ts'
import type { Settings } from '../../src/platform/config.ts'
import { connect } from '../../src/platform/database/connect.ts'
import { databaseForThisFile } from './server.ts'
import { townNow } from './town.ts'

/** Wiesbaden as the demo shows it, with its sign-ins, served on a port of its own; time stands still. */
export const runningCity = async ({ now = townNow, pack = 'cities/wiesbaden' } = {}) => {
  const database = await databaseForThisFile()
  const db = connect(database.app, { connections: 2 })
  const imported = await importCityPack({ db, folder: pack, now })
  await db.destroy()
  if (imported.outcome === 'faulty')
    throw new Error(`${pack} has faults: ${JSON.stringify(imported.faults[0])}`)

  const clock = { now }
  const secret = 'for tests only, at least thirty-two characters'
  const running = await main(await settings(), { urls: database, secret }, () => clock.now)
  return {
    ...running,
    database,
    moveTimeTo: (later: Temporal.Instant) => {
      clock.now = later
    },
  }
}

const settings = async (): Promise<Settings> => ({
  port: await aFreePort(),
  host: '127.0.0.1',
  url: undefined,
  dataFolder: '',
  dataFolderIsOurChoice: false,
  demo: true,
  database: 'embedded',
  mail: undefined,
  operatorEmail: undefined,
  secret: undefined,
  cityPack: '',
  logLevel: 'error',
})

const aFreePort = () =>
  new Promise<number>(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
