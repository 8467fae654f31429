import { readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { bringUpToDate, withDatabase } from './with-database.ts'

const usage = 'migrate'

export const migrateDatabase: Command = {
  usage,
  does: 'bring the database to the state of this version (serve does it too)',
  async run(rest, settings) {
    readArguments(rest, usage, { options: {} })
    const applied = await withDatabase(settings, usage, bringUpToDate)
    console.log(applied.length > 0 ? `Applied:\n  ${applied.join('\n  ')}` : 'Nothing to do.')
  },
}
