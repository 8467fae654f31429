import { mayBePublic, type Telling } from './may-be-public.ts'

/** What of a note may not hang in public, and where it stands. */
export type TooPrivate = { outcome: 'too-private'; problems: Partial<Record<'title' | 'words', Telling>> }

/** Undefined for a note that may hang. */
export const tooPrivate = (note: { title: string; words: string }): TooPrivate | undefined => {
  const problems: TooPrivate['problems'] = {}
  for (const field of ['title', 'words'] as const) {
    const answer = mayBePublic(note[field])
    if (!answer.ok) problems[field] = answer.tells
  }
  return Object.keys(problems).length > 0 ? { outcome: 'too-private', problems } : undefined
}
