import { parseArgs } from 'node:util'
import { OperatorError } from '../platform/operator-error.ts'

type Options = Record<string, { type: 'string' | 'boolean' }>

/** Reads what follows a command's name; anything else than the usage says is refused with that usage. */
export function readArguments<const Given extends Options>(
  rest: string[],
  usage: string,
  { files = 0, options }: { files?: number; options: Given },
) {
  try {
    const { values, positionals } = parseArgs({ args: rest, allowPositionals: true, strict: true, options })
    if (positionals.length === files) return { values, files: positionals }
  } catch (error) {
    throw new OperatorError(
      `${(error as Error).message.split('. ')[0]}. It is used like this: kieznetz ${usage}`,
    )
  }
  throw new OperatorError(`It is used like this: kieznetz ${usage}`)
}
