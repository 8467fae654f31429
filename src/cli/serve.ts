import { main, type Running } from '../main.ts'
import type { Settings } from '../platform/config.ts'
import { openDatabase } from '../platform/database/open.ts'
import { assertSafeRole } from '../platform/database/prepare.ts'
import { assertPortIsFree } from '../platform/web/listen.ts'
import { readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { onEnd, type Stoppable, stoppable } from './stopping.ts'
import { bringUpToDate } from './with-database.ts'

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
      if (why instanceof Error) console.error(why)
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

async function start(settings: Settings, { keep }: Stoppable) {
  await assertPortIsFree(settings)
  say('PostgreSQL starts (1 second; after a crash up to a minute) …')
  const database = await openDatabase(settings, { purpose: usage, alone: true, say })
  await keep(database.close)

  const applied = await bringUpToDate(database)
  if (applied.length > 0) say(`The database took ${applied.length} migrations.`)
  await assertSafeRole(database.urls.app)
  await assertSafeRole(database.urls.public)

  const running = await main(settings, database)
  await keep(running.stop)
  console.log(welcome(running, database.folder, settings))
}

const say = (line: string) => console.log(`  ${line}`)

function welcome({ url, signIns }: Running, folder: string | undefined, settings: Settings) {
  const lines = [`Address   ${url}`, `Data      ${folder ?? 'in the database of DATABASE_URL'}`]
  for (const { role, at, email, password } of signIns)
    lines.push(`Sign in   ${email.padEnd(28)}  ${password}  ${role}${at && `, ${at}`}`)
  if (!settings.demo) lines.push('Accounts  "kieznetz user add" makes the first administrator')
  lines.push('Stop      Ctrl-C')
  return `\n${lines.map(line => `  ${line}`).join('\n')}\n`
}
