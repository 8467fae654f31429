import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { enterManyCounts, nobody } from '../../src/attendance/index.ts'
import { importCityPack } from '../../src/city-pack/index.ts'
import { type Context, contextFor, listCities } from '../../src/identity/index.ts'
import { main } from '../../src/main.ts'
import type { Settings } from '../../src/platform/config.ts'
import { connect } from '../../src/platform/database/connect.ts'
import type { DatabaseUrls } from '../../src/platform/database/prepare.ts'
import { inTransaction } from '../../src/platform/database/transaction.ts'

/**
 * Time stands still on Monday, 16 November 2026, 9:00 in Berlin. A moment that is over everywhere: sessions of
 * signed-in people are dated by the real clock, and a session from the past would be at its end.
 */
export const journeyNow = Temporal.Instant.from('2026-11-16T08:00:00Z')

/** The key of the sessions of every journey. */
export const journeySecret = 'for tests only, at least thirty-two characters'

type Given = {
  now: Temporal.Instant
  pack?: string
  /** The invented past of the demo, with its families; without it every place is still free. */
  withPast?: boolean
  /** False gives no demo accounts, and an address of which passkeys are accepted. */
  isDemo?: boolean
}

/** A city pack as the demo shows it, in an empty database, with its sign-ins; the clock stands still. */
export const serveCity = async (
  urls: DatabaseUrls,
  { now, pack = 'cities/wiesbaden', withPast = false, isDemo = true }: Given,
) => {
  const db = connect(urls.app, { connections: 2 })
  const imported = await importCityPack({ db, folder: pack, now })
  if (imported.outcome === 'faulty')
    throw new Error(`${pack} has faults: ${JSON.stringify(imported.faults[0])}`)
  const [city] = await listCities(db)
  if (!city) throw new Error(`${pack} made no city`)

  const clock = { now }
  const asSystem = () => contextFor({ city, actor: { kind: 'system' }, db, now: clock.now, language: 'de' })
  if (!withPast) await countOneSession(asSystem())

  const running = await main(await settings(isDemo), { urls, secret: journeySecret }, () => clock.now)
  return {
    url: running.url,
    signIns: running.signIns,
    moveTimeTo: (later: Temporal.Instant) => {
      clock.now = later
    },
    async stop() {
      await running.stop()
      await db.destroy()
    },
  }
}

/** A city in which somebody has counted gets no invented past. */
const countOneSession = (context: Context) =>
  inTransaction(context, async tx => {
    const session = await tx
      .selectFrom('sessions')
      .select(['id', 'offerId', 'centreId', 'providerId', 'startsAt', 'cancelReason'])
      .where('cityId', '=', context.city.id)
      .orderBy('startsAt')
      .executeTakeFirstOrThrow()
    await enterManyCounts(tx, context.city.id, [{ session, heads: nobody, countedAt: session.startsAt }])
  })

const settings = async (isDemo: boolean): Promise<Settings> => {
  const port = await aFreePort()
  return {
    port,
    host: '127.0.0.1',
    url: isDemo ? undefined : `http://localhost:${port}`,
    proxies: [],
    dataFolder: '',
    dataFolderIsOurChoice: false,
    demo: isDemo,
    database: 'embedded',
    mail: undefined,
    ...{ sms: undefined, phonesRing: undefined },
    translation: undefined,
    translationInside: undefined,
    operatorEmail: undefined,
    secret: undefined,
    cityPack: '',
    logLevel: 'error',
  }
}

const aFreePort = () =>
  new Promise<number>(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
