import { OperatorError } from '../operator-error.ts'

/**
 * Turns what a database or the system answers into one sentence with the way out; what it does not know comes
 * back as it is, for that is a fault of ours. `name` is the setting that holds the address.
 */
export function inPlainWords(error: unknown, name = 'the database address'): unknown {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof OperatorError) return cause
    const sentence = sentenceFor(cause, name)
    if (sentence) return new OperatorError(sentence, { cause: error })
    if (cause instanceof AggregateError && cause.errors.length > 0) return inPlainWords(cause.errors[0], name)
  }
  return error
}

/** Whether the server went away under a client. */
export const isBrokenConnection = (error: unknown): boolean =>
  error instanceof Error &&
  (['ECONNRESET', 'ECONNREFUSED', 'EPIPE', '57P01', '57P02', '57P03'].includes(
    (error as { code?: string }).code ?? '',
  ) ||
    /terminated unexpectedly|not queryable/.test(error.message) ||
    isBrokenConnection(error.cause))

function sentenceFor(error: Error & { code?: string }, name: string): string | undefined {
  switch (error.code) {
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      return `No PostgreSQL answers at ${name} (${error.code}). Start it, or correct host and port in ${name}.`
    case '28P01':
    case '28000':
      return `PostgreSQL refuses the name or the password in ${name}. Correct it, or make the roles with "kieznetz database prepare".`
    case '3D000':
      return `The database named in ${name} does not exist. Correct the name, or make it with "kieznetz database prepare".`
    case '57P03':
      return `PostgreSQL at ${name} is still starting or already stopping. Try again in a minute.`
    case '53300':
      return `PostgreSQL at ${name} has no free connection. Raise its max_connections, or stop what uses them.`
    case '53100':
    case 'ENOSPC':
    case 'EDQUOT':
      return 'The disk is full, so nothing more can be written. Free some space and start again; nothing confirmed is lost.'
    case '42501':
      return `The role in ${name} may not do this (${error.message}). Use the addresses that "kieznetz database prepare" printed.`
  }
  // The driver gives these no code.
  if (/timeout expired|Connection terminated due to connection timeout/.test(error.message))
    return `No PostgreSQL answers at ${name} in time. Correct host and port in ${name}, or look at the network between.`
  if (/does not support SSL|self.signed certificate|certificate/.test(error.message))
    return `The encrypted connection to ${name} does not come about (${error.message}). Correct sslmode in ${name}.`
  return undefined
}
