import { resolve } from 'node:path'
import { backup as writeBackup } from '../platform/database/backup.ts'
import { readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { withDatabase } from './with-database.ts'

const usage = 'backup FILE'

export const backup: Command = {
  usage,
  does: 'copy the whole database of one moment into a file, while the server goes on',
  async run(rest, settings) {
    const { files } = readArguments(rest, usage, { files: 1, options: {} })
    const file = resolve(files[0] ?? '')
    const { tables, rows } = await withDatabase(settings, 'backup', ({ urls }) =>
      writeBackup(urls.owner, file),
    )
    console.log(`${file} holds ${rows} rows of ${tables} tables. It contains names: keep it locked away.`)
  },
}
