import type { Notice } from '../platform/push/push-sender.ts'
import { spokenTag } from '../platform/wording/wording.ts'
import { letterFor, type Place } from './letter.ts'
import type { News } from './message.ts'
import { isAnswer } from './when-to-go.ts'

/** Phones hear of what others did; whoever did something has the page with the answer in her hand. */
export const isShownOnPhones = (news: News) => news.kind !== 'letter' && !isAnswer(news)

/** What a phone shows: no more than the letter says in its subject; a neutral one says only that there is news. */
export function noticeFor(
  { id, news, centreName }: { id: string; news: News; centreName: string },
  place: Place,
): Notice | undefined {
  if (!isShownOnPhones(news)) return undefined
  const { subject, paragraphs } = letterFor(news, place)
  const { language, direction } = place.wording
  return {
    ...{ tag: id, title: subject, body: place.isNeutral ? '' : centreName },
    address: paragraphs.find(({ address }) => address)?.address ?? '',
    ...{ lang: spokenTag(language), dir: direction },
  }
}
