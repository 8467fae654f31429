import { resolve } from 'node:path'
import { restore as readBackup } from '../platform/database/restore.ts'
import { readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { bringUpToDate, withDatabase } from './with-database.ts'

const usage = 'restore FILE'

export const restore: Command = {
  usage,
  does: 'fill an empty database from such a file, or leave it empty',
  async run(rest, settings) {
    const { files } = readArguments(rest, usage, { files: 1, options: {} })
    const { tables, rows } = await withDatabase(settings, 'restore', async database => {
      await bringUpToDate(database)
      return readBackup(database.urls.owner, resolve(files[0] ?? ''))
    })
    console.log(
      `Restored ${rows} rows of ${tables} tables. Every reference between them was checked.\n` +
        'Second factors open only with the key they were sealed with: start with the KIEZNETZ_SECRET of the ' +
        'backup ("session" in its secrets.json).',
    )
  },
}
