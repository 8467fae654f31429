import { type Language, type Wording, wordingFor } from '../platform/wording/wording.ts'
import type { Message, Paragraph } from './message.ts'

type Reader = { providerId: string; centreId: string; language: Language; email: string }
type Body = { subject: string; paragraphs: readonly Paragraph[] }

/** A letter by e-mail in the reader's language: what there is to say, between a greeting and the centre's regards. */
export const letterTo = (
  { providerId, centreId, language, email }: Reader,
  timeZone: string,
  say: (wording: Wording) => Body,
): Message => {
  const wording = wordingFor(language, timeZone)
  const { subject, paragraphs } = say(wording)
  const [greeting, regards] = [wording.t('outreach.letter.greeting'), wording.t('outreach.letter.regards')]
  return {
    ...{ kind: 'letter', providerId, centreId, language, contact: { kind: 'email', email } },
    facts: { subject, paragraphs: [{ words: greeting }, ...paragraphs, { words: regards }] },
  }
}
