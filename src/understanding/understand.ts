import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import type { EngineInside, Translated } from '../platform/machine-translation/translation-engine.ts'

/**
 * What of the words of families an engine may be given at all: what they write to the team for everybody of it to read.
 * Never what a child needs, what is said in counselling, or what stands on a list of names
 * (docs/decisions/0043-who-translates-what-families-write.md).
 */
export const understandable = ['note', 'question', 'correction'] as const

export type Written = {
  kind: (typeof understandable)[number]
  /** Which one it is; whoever asks has read it already, so she may. */
  id: string
  providerId: string
  texts: readonly string[]
}

/**
 * Has the engine of the house say in the reader's language what a family wrote. Nothing of it is kept: the log knows
 * that it was done, and the words stand on one page and are gone. In which language they are the engine finds out; a
 * family that reads German may well write Turkish.
 */
export const understand = async (
  context: Context,
  engine: EngineInside,
  { kind, id, providerId, texts }: Written,
): Promise<Translated> => {
  await inTransaction(context, tx =>
    record(tx, context, { action: 'words.translated', providerId, subjectId: id, fields: [kind] }),
  )
  return engine.translate(texts, { from: 'auto', to: context.language })
}
