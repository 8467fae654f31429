import type { Context } from '../identity/index.ts'
import { type MessageKind, type Paragraph, paragraphsFor, subjectOf } from '../outreach/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { type Language, wordingFor } from '../platform/wording/wording.ts'
import type { Registration } from './registration.ts'
import * as households from './store/households.ts'
import { messageFor, type ToTell } from './tell.ts'

/** What families of one language would read: the letter to the first of them, and how many get one like it. */
export type Letter = {
  language: Language
  families: number
  subject: string
  paragraphs: readonly Paragraph[]
}

/** Shown to staff before anything is sent. Links are made only when it is. */
export const lettersTo = async (
  tx: Tx,
  context: Context,
  kind: MessageKind,
  registrations: readonly Registration[],
  telling: (registration: Registration) => ToTell,
): Promise<Letter[]> => {
  const reached = registrations.filter(({ household }) => household.contact.kind !== 'none')
  const letters: Letter[] = []
  for (const [language, families] of Map.groupBy(reached, ({ household }) => household.language)) {
    const [first] = families
    if (!first) continue
    const names = await households.namesFor(tx, context.city.id, first, language)
    const { at, news } = telling(first)
    const message = messageFor(kind, first, at, { names, keys: { link: '' }, news })
    if (message.kind === 'letter') continue
    const wording = wordingFor(language, context.city.timeZone)
    letters.push({
      ...{ language, families: families.length, subject: subjectOf(message, wording) },
      paragraphs: paragraphsFor(message, wording).filter(({ address }) => !address),
    })
  }
  return letters
}
