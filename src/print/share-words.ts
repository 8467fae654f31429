import type { Wording } from '../platform/wording/wording.ts'
import { type DayOfWeek, hoursInWords } from '../programme/index.ts'
import { factsOf, type Told } from './offer-words.ts'

type ShownWeek = { centre: string; days: readonly DayOfWeek[]; address: string }

/** The week in a message: a line for each date, as many as one reads in a chat, and where the rest stands. */
export const weekInWords = ({ centre, days, address }: ShownWeek, wording: Wording) => {
  const { t, shortDay } = wording
  const lines = days.flatMap(({ date, entries }) =>
    entries.flatMap(({ session, title }) =>
      session && !session.cancelled
        ? [`${shortDay(date)}, ${hoursInWords(session, wording)}: \u2068${title.text}\u2069`]
        : [],
    ),
  )
  const shown = lines.slice(0, mostLines)
  const more = lines.length - shown.length
  return [
    t('print.card.week', { centre }),
    ...(shown.length > 0 ? shown : [t('print.week.empty')]),
    ...(more > 0 ? [t('print.card.more', { count: more })] : []),
    address,
  ].join('\n')
}

/** The offer in a message. */
export const offerInWords = ({ told, address }: { told: Told; address: string }, wording: Wording) =>
  [
    `\u2068${told.offer.title.text}\u2069 (${told.offer.centre.name})`,
    ...factsOf(told, wording).map(({ text }) => text),
    address,
  ].join('\n')

const mostLines = 8
