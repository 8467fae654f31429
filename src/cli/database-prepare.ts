import { newPassword } from '../platform/database/cluster/secrets.ts'
import { inPlainWords } from '../platform/database/failures.ts'
import { prepare } from '../platform/database/prepare.ts'
import { OperatorError } from '../platform/operator-error.ts'
import { readArguments } from './arguments.ts'
import type { Command } from './command.ts'

const usage = 'database prepare --admin ADDRESS [--name kieznetz]'

export const databasePrepare: Command = {
  usage,
  does: 'make roles and database once on a PostgreSQL 18 of your own; prints their addresses',
  async run(rest) {
    const { values } = readArguments(rest, usage, {
      options: { admin: { type: 'string' }, name: { type: 'string' } },
    })
    if (!values.admin || !URL.canParse(values.admin))
      throw new OperatorError(
        `--admin is an address like postgres://postgres:password@host:5432/postgres. ${usage}`,
      )
    const passwords = { owner: newPassword(), app: newPassword(), public: newPassword() }
    const urls = await prepare(values.admin, values.name ?? 'kieznetz', passwords).catch(error => {
      throw error.code === '42501' ? mayNotPrepare(error) : inPlainWords(error, '--admin')
    })
    console.log(`DATABASE_URL=${urls.app}
DATABASE_URL_PUBLIC=${urls.public}
DATABASE_URL_OWNER=${urls.owner}
# The first time only; later keep the key you have, or nobody's second factor opens any more.
KIEZNETZ_SECRET=${newPassword()}`)
  },
}

const mayNotPrepare = (error: Error) =>
  new OperatorError(
    `The role in --admin may not make roles and databases (${error.message}). Give the address of a superuser; ` +
      'the server itself never uses it.',
  )
