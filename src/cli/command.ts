import type { Settings } from '../platform/config.ts'

/** One command of `kieznetz`: how it is written, what it does, and how it runs with what follows its name. */
export type Command = {
  usage: string
  does: string
  run: (rest: string[], settings: Settings) => Promise<void>
}
