import { type Letter, letterFor, type Place } from './letter.ts'
import type { News } from './message.ts'
import { shortTextFor } from './short-text.ts'
import type { Channel } from './store/stored-messages.ts'

type Sent = { news: News; channel: Channel; isNeutral: boolean }

/** A message as it arrived: a letter, or the few lines of an SMS. */
export function asRead(
  { news, channel, isNeutral }: Sent,
  place: Place,
): Pick<Letter, 'subject' | 'paragraphs'> {
  const letter = letterFor(news, { ...place, isNeutral })
  if (channel !== 'sms') return letter
  const lines = shortTextFor(news, { ...place, isNeutral }).split('\n')
  const paragraphs = lines.map(line =>
    /^https?:/.test(line) ? { words: '', address: line } : { words: line },
  )
  return { subject: letter.subject, paragraphs }
}
