import { parseArgs } from 'node:util'
import { auditVerify } from './cli/audit-verify.ts'
import { backup } from './cli/backup.ts'
import { bounce } from './cli/bounce.ts'
import type { Command } from './cli/command.ts'
import { databasePrepare } from './cli/database-prepare.ts'
import { help } from './cli/help.ts'
import { importPack } from './cli/import.ts'
import { migrateDatabase } from './cli/migrate.ts'
import { restore } from './cli/restore.ts'
import { serve } from './cli/serve.ts'
import { userAdd } from './cli/user-add.ts'
import { userRenew } from './cli/user-renew.ts'
import { readSettings } from './platform/config.ts'
import { inPlainWords } from './platform/database/failures.ts'
import { OperatorError } from './platform/operator-error.ts'
import { withSourceLines } from './platform/source-lines.ts'

const commands: Record<string, Command> = {
  serve,
  migrate: migrateDatabase,
  import: importPack,
  backup,
  restore,
  'database prepare': databasePrepare,
  'audit verify': auditVerify,
  bounce,
  'user add': userAdd,
  'user renew': userRenew,
}

try {
  await run(process.argv.slice(2))
} catch (error) {
  const known = inPlainWords(error)
  console.error(known instanceof OperatorError ? `\n${known.message}` : inSources(known))
  process.exit(1)
}

async function run(words: string[]) {
  const name = nameOf(words) ?? ''
  const command = commands[name]
  if (command && words.some(isHelp)) return console.log(`kieznetz ${command.usage}\n    ${command.does}`)
  if (command) return command.run(words.slice(name.split(' ').length), readSettings())
  const { values, positionals } = parseArgs({
    args: words,
    strict: false,
    options: { help: { type: 'boolean', short: 'h' } },
  })
  if (positionals.length > 0)
    throw new OperatorError(
      `There is no command "${positionals.join(' ')}". "kieznetz --help" lists them all.`,
    )
  if (!values.help && words.length > 0)
    throw new OperatorError(`There is no option ${words[0]}. "kieznetz --help" lists them all.`)
  console.log(help(commands))
}

function isHelp(word: string) {
  return word === '--help' || word === '-h'
}

/** Names of commands have one word or two. */
function nameOf(words: string[]) {
  return [words.slice(0, 2).join(' '), words[0] ?? ''].find(name => Object.hasOwn(commands, name))
}

function inSources(error: unknown) {
  return error instanceof Error ? withSourceLines(error) : error
}
