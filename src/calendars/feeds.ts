import type { NewsForm } from '../programme/index.ts'
import type { News, NewsItem } from './news.ts'
import { documentOf, element } from './xml.ts'

/** A form in which programs read news: its media type, and how it is written. */
export const feeds: Record<NewsForm, { type: string; write: (news: News) => string }> = {
  atom: { type: 'application/atom+xml', write: news => documentOf(atom(news)) },
  rss: { type: 'application/rss+xml', write: news => documentOf(rss(news)) },
  json: { type: 'application/feed+json', write: news => `${JSON.stringify(jsonFeed(news))}\n` },
}

/** RFC 4287. */
const atom = ({ title, language, self, home, changedAt, items }: News) =>
  element(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language },
    element('id', {}, self),
    element('title', {}, title),
    element('updated', {}, secondsOf(changedAt)),
    element('author', {}, element('name', {}, title)),
    element('link', { rel: 'self', type: feeds.atom.type, href: self }),
    element('link', { rel: 'alternate', type: 'text/html', href: home }),
    ...items.map(item =>
      element(
        'entry',
        {},
        element('id', {}, item.id),
        element('title', {}, item.title),
        element('link', { rel: 'alternate', type: 'text/html', href: item.url }),
        element('published', {}, secondsOf(item.publishedAt)),
        element('updated', {}, secondsOf(item.changedAt)),
        element('content', { type: 'text' }, item.text),
      ),
    ),
  )

/** RSS 2.0 with the namespace of Atom, which its advisory board recommends for the address of the feed itself. */
const rss = ({ title, language, self, home, changedAt, items }: News) =>
  element(
    'rss',
    { version: '2.0', 'xmlns:atom': 'http://www.w3.org/2005/Atom' },
    element(
      'channel',
      {},
      element('title', {}, title),
      element('link', {}, home),
      element('description', {}, title),
      element('language', {}, language),
      element('lastBuildDate', {}, mailDate(changedAt)),
      element('ttl', {}, '240'),
      element('atom:link', { rel: 'self', type: feeds.rss.type, href: self }),
      ...items.map(item =>
        element(
          'item',
          {},
          element('title', {}, item.title),
          element('link', {}, item.url),
          element('description', {}, item.text),
          element('guid', { isPermaLink: 'false' }, guidOf(item)),
          element('pubDate', {}, mailDate(item.changedAt)),
        ),
      ),
    ),
  )

/** RSS knows no change, and its readers show each guid once: what has changed gets another. */
const guidOf = ({ id, sequence }: NewsItem) => (sequence > 0 ? `${id}#${sequence}` : id)

/** JSON Feed 1.1; what a date is stands in an extension of our own, as the format allows. */
const jsonFeed = ({ title, language, self, home, items }: News) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title,
  ...{ home_page_url: home, feed_url: self, language },
  items: items.map(item => ({
    id: item.id,
    url: item.url,
    title: item.title,
    content_text: item.text,
    language: item.language,
    date_published: secondsOf(item.publishedAt),
    date_modified: secondsOf(item.changedAt),
    _event: {
      about: 'https://schema.org/Event',
      start: secondsOf(item.startsAt),
      ...(item.endsAt && { end: secondsOf(item.endsAt) }),
      status: item.isCancelled ? 'cancelled' : 'scheduled',
      location: item.place,
    },
  })),
})

const secondsOf = (moment: Temporal.Instant) => moment.toString({ smallestUnit: 'second' })

/** As mail writes it (RFC 5322), with four digits of the year. */
const mailDate = (moment: Temporal.Instant) =>
  new Date(moment.epochMilliseconds).toUTCString().replace('GMT', '+0000')
