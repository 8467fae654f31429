import { renewByOperator } from '../identity/index.ts'
import { OperatorError } from '../platform/operator-error.ts'
import { readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { withIdentity } from './with-identity.ts'

const usage = 'user renew --email E-MAIL [--city SLUG]'

export const userRenew: Command = {
  usage,
  does: 'password forgotten or phone lost: take all ways into an account away and print a new one-time link',
  async run(rest, settings) {
    const { values } = readArguments(rest, usage, {
      options: { email: { type: 'string' }, city: { type: 'string' } },
    })
    const { email } = values
    if (!email) throw new OperatorError(`--email is needed. It is used like this: kieznetz ${usage}`)
    const link = await withIdentity(settings, values.city, (identity, city) =>
      renewByOperator(identity, city, email),
    )
    if (!link) throw new OperatorError(`There is no account ${email}. "kieznetz user add" makes one.`)
    console.log(`Nothing opens ${email} any more but this link, once and within seven days:\n${link}`)
  },
}
