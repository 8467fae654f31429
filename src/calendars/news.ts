import type { Wording } from '../platform/wording/wording.ts'
import { type DatedEntry, hoursInWords } from '../programme/index.ts'
import type { Urls } from './calendar-file.ts'

/** How long before its day a date is told. */
export const daysAhead = 14

/** What is told of one date; again, with another mark, when something about it has changed. */
export type NewsItem = {
  /** The same for ever, on whatever host. */
  id: string
  url: string
  title: string
  /** When, where and what it is about, in plain words. */
  text: string
  language: string
  publishedAt: Temporal.Instant
  changedAt: Temporal.Instant
  /** 0 as first told. */
  sequence: number
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant | null
  isCancelled: boolean
  place: string
}

export type News = {
  title: string
  language: string
  /** The feed itself, and the page that shows the same to people. */
  self: string
  home: string
  changedAt: Temporal.Instant
  /** What was told or changed last comes first. */
  items: NewsItem[]
}

type Telling = Pick<News, 'title' | 'self' | 'home'> & {
  entries: readonly DatedEntry[]
  wording: Wording
  timeZone: string
  now: Temporal.Instant
  urls: Pick<Urls, 'session'>
}

/**
 * The dates of the next two weeks, each told once, two weeks ahead, and again when it was moved or cancelled. When it
 * is told follows from its day alone, so that the same dates are the same bytes.
 */
export const newsOf = ({ entries, timeZone, now, ...telling }: Telling): News => {
  const { title, self, home, wording } = telling
  const items = entries
    .map(entry => itemOf(entry, timeZone, telling))
    .sort((one, other) => Temporal.Instant.compare(other.changedAt, one.changedAt))
  const midnight = now.toZonedDateTimeISO(timeZone).startOfDay().toInstant()
  return {
    ...{ title, self, home, items },
    language: wording.language,
    changedAt: items[0]?.changedAt ?? midnight,
  }
}

const itemOf = (
  entry: DatedEntry,
  timeZone: string,
  { wording, urls }: Pick<Telling, 'wording' | 'urls'>,
) => {
  const { session, summary, centre, place } = entry
  const { t, day } = wording
  const { cancelled, startsAt, endsAt, movedFrom, sequence, changedAt, id } = session
  const publishedAt = session.heldOn.subtract({ days: daysAhead }).toZonedDateTime(timeZone).toInstant()
  const changedLater =
    sequence > 0 && changedAt && Temporal.Instant.compare(changedAt, publishedAt) > 0 ? changedAt : undefined
  const title = { title: entry.title.text, day: wording.shortDay(session.heldOn) }
  const where = [centre.name, place || centre.street].filter(Boolean).join(', ')
  const moved = movedFrom?.toZonedDateTimeISO(timeZone)
  const text = [
    `${day(session.heldOn)}, ${hoursInWords(session, wording)}`,
    moved &&
      t('calendars.news.movedFrom', {
        day: day(moved.toPlainDate()),
        time: wording.time(moved.toPlainTime()),
      }),
    where,
    cancelled && t(`programme.cancelled.reason.${cancelled.reason}`),
    cancelled?.note,
    summary,
  ]
  return {
    id: `urn:uuid:${id}`,
    url: urls.session(id),
    title: cancelled ? t('calendars.news.cancelled', title) : t('calendars.news.date', title),
    text: text.filter(Boolean).join('\n'),
    language: wording.language,
    ...{ publishedAt, changedAt: changedLater ?? publishedAt, sequence },
    ...{ startsAt, endsAt, isCancelled: cancelled !== null, place: where },
  }
}
