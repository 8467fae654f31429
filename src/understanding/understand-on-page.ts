import type { Page } from '../identity/index.ts'
import type { EngineInside, Translated } from '../platform/machine-translation/translation-engine.ts'
import { NotFound } from '../platform/refusals.ts'
import { sharedRateLimit } from '../platform/web/rate-limit.ts'
import { understand, type Written } from './understand.ts'

export type Understood = Translated | { outcome: 'too-often' }

// A team reads a few dozen in an hour; the machine it runs on is its own.
const mayAskOften = sharedRateLimit({ name: 'understand', times: 40, seconds: 600 })

/** What the page shows after the button: the words, or why there are none. Without an engine there is no such address. */
export const understandOnPage = async (
  c: Page,
  engine: EngineInside | undefined,
  written: Written,
): Promise<Understood> => {
  const { context } = c.var
  if (!engine || context.actor.kind !== 'staff') throw new NotFound()
  if (!(await mayAskOften(c, context.actor.accountId))) return { outcome: 'too-often' }
  return understand(context, engine, written)
}
