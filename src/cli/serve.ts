import { faultsInWords, importCityPack } from '../city-pack/index.ts'
import { assertDemoStays, listCities } from '../identity/index.ts'
import { main, type Running } from '../main.ts'
import type { Settings } from '../platform/config.ts'
import type { Database } from '../platform/database/connect.ts'
import { type OpenDatabase, openDatabase } from '../platform/database/open.ts'
import { assertSafeRole } from '../platform/database/prepare.ts'
import { OperatorError } from '../platform/operator-error.ts'
import { withSourceLines } from '../platform/source-lines.ts'
import { assertPortIsFree } from '../platform/web/listen.ts'
import { staffWordingFor } from '../platform/wording/wording.ts'
import { readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { onEnd, type Stoppable, stoppable } from './stopping.ts'
import { bringUpToDate, connectedTo } from './with-database.ts'

const usage = 'serve'

export const serve: Command = {
  usage,
  does: 'start database and web server, until Ctrl-C',
  async run(rest, settings) {
    readArguments(rest, usage, { options: {} })
    const steps = stoppable()
    const starting = start(settings, steps)
    onEnd(async why => {
      if (steps.isStopping()) return
      if (why instanceof Error) console.error(withSourceLines(why))
      console.log('\nStopping …')
      await steps.stop()
      // A start that is under way ends at its next step; what it throws then is the stopping's own doing.
      await starting.catch(() => {})
      process.exit(why instanceof Error ? 1 : 0)
    })
    try {
      await starting
    } catch (error) {
      if (steps.isStopping()) return
      await steps.stop()
      throw error
    }
  },
}

async function start(settings: Settings, steps: Stoppable) {
  await assertPortIsFree(settings)
  if (settings.database === 'embedded') say('PostgreSQL starts (1 second; after a crash up to a minute) …')
  const database = await openDatabase(settings, { purpose: usage, alone: true, say })
  await steps.keep(database.close)
  try {
    await startOn(database, settings, steps)
  } catch (error) {
    throw database.explain(error)
  }
}

async function startOn(database: OpenDatabase, settings: Settings, { keep }: Stoppable) {
  const applied = await bringUpToDate(database)
  if (applied.length > 0) say(`The database took ${applied.length} migrations.`)
  await Promise.all([assertSafeRole(database.urls.app), assertSafeRole(database.urls.public)])

  await connectedTo(database.urls.app, async db => {
    await assertDemoStays(db, { isDemo: settings.demo })
    await importFirstCity(settings, db)
  })
  const running = await main(settings, database)
  await keep(running.stop)
  console.log(welcome(running, database.folder))
}

/** An empty database becomes the city of the settings; one that has a city is left alone. */
async function importFirstCity({ cityPack }: Settings, db: Database) {
  if ((await listCities(db)).length > 0) return
  say(`Importing ${cityPack} (once, a few seconds) …`)
  const result = await importCityPack({ db, folder: cityPack, now: Temporal.Now.instant() })
  if (result.outcome !== 'faulty') return
  const { t } = staffWordingFor('en', 'UTC')
  throw new OperatorError(
    `The city pack has faults, so nothing was imported.\n${faultsInWords(result.faults, t)}`,
  )
}

const say = (line: string) => console.log(`  ${line}`)

function welcome({ url, signIns, citiesWithoutAdministrator }: Running, folder: string | undefined) {
  const lines = [`Address   ${url}`, `Data      ${folder ?? 'in the database of DATABASE_URL'}`]
  for (const { role, at, email, password } of signIns)
    lines.push(`Sign in   ${email.padEnd(28)}  ${password}  ${role}${at && `, ${at}`}`)
  for (const city of citiesWithoutAdministrator)
    lines.push(
      `Accounts  ${city} has no administrator yet. Make the first one:`,
      `          ./kieznetz user add --city ${city} --role administrator --email E-MAIL --name "FIRST LAST"`,
      '          Or try it out with demo accounts instead: start with KIEZNETZ_DEMO=true',
    )
  lines.push('Stop      Ctrl-C')
  return `\n${lines.map(line => `  ${line}`).join('\n')}\n`
}
