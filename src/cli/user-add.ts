import { addByOperator, type OperatorOutcome, type Role, roles } from '../identity/index.ts'
import { OperatorError } from '../platform/operator-error.ts'
import { readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { withIdentity } from './with-identity.ts'

const usage =
  'user add --email E-MAIL --name NAME --role ROLE [--provider SLUG] [--centre SLUG] [--city SLUG]'

export const userAdd: Command = {
  usage,
  does: 'add a person, above all the first administrator; prints a one-time link for her password',
  async run(rest, settings) {
    const { values } = readArguments(rest, usage, {
      options: {
        ...{ email: { type: 'string' }, name: { type: 'string' }, role: { type: 'string' } },
        ...{ provider: { type: 'string' }, centre: { type: 'string' }, city: { type: 'string' } },
      },
    })
    const { email, name } = values
    const role = roles.find(known => known === values.role)
    if (!role) throw new OperatorError(`--role is one of ${roles.join(', ')}.`)
    if (!email?.includes('@') || !name)
      throw new OperatorError(`--email and --name are needed. It is used like this: kieznetz ${usage}`)

    const place = role === 'provider-manager' ? values.provider : values.centre
    const outcome = await withIdentity(settings, values.city, (identity, city) =>
      addByOperator(identity, city, { email, name, role, place }),
    )
    console.log(sentenceFor(outcome, { email, role }))
  },
}

const sentenceFor = (outcome: OperatorOutcome, { email, role }: { email: string; role: Role }) => {
  switch (outcome.outcome) {
    case 'added':
      if (outcome.isMailed)
        return `${email} is ${role} once she has used the link that is mailed to her. Where no mail is sent, "kieznetz user renew" gives one.`
      return outcome.setUpLink
        ? `${email} is ${role} now. She chooses her password here, once and within seven days:\n${outcome.setUpLink}`
        : `${email} is ${role} now and signs in with the account she has.`
    case 'already':
      return `${email} is ${role} already; nothing was changed. "kieznetz user renew" gives a new link.`
    case 'other-side':
      throw new OperatorError(
        `${email} works on the other side, city or provider, and one account cannot do both. Use another e-mail.`,
      )
    case 'unknown-place': {
      const option = role === 'provider-manager' ? '--provider' : '--centre'
      throw new OperatorError(`${option} is one of ${outcome.known.join(', ')}.`)
    }
  }
}
