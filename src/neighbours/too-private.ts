import { mayBePublic, type Telling } from './may-be-public.ts'

/** What of a note may not hang in public, and where it stands. */
export type TooPrivate = { outcome: 'too-private'; problems: Partial<Record<'title' | 'words', Telling>> }

/** As long as a note may be at all. What is longer hangs nowhere, and to look into it takes minutes. */
const longest = 600

/** Undefined for a note that may hang, or that is too long to be looked into. */
export const tooPrivate = (note: { title: string; words: string }): TooPrivate | undefined => {
  const problems: TooPrivate['problems'] = {}
  for (const field of ['title', 'words'] as const) {
    if (note[field].length > longest) continue
    const answer = mayBePublic(note[field])
    if (!answer.ok) problems[field] = answer.tells
  }
  return Object.keys(problems).length > 0 ? { outcome: 'too-private', problems } : undefined
}
