import { type Filters, filtersQuery, lastingFilters } from './filters.ts'

/** What somebody reads for months: all of a centre, or what a choice of filters finds. */
export type About = { centre: string } | { filters: Filters }
export type NewsForm = 'atom' | 'rss' | 'json'

/** The addresses of the programme, with the language in front. */
export const paths = {
  /** What the team spoke of an offer; another recording has another address. */
  recording: (language: string, mark: string) => `/${language}/recordings/${mark}`,
  home: (language: string, district?: string) => `/${language}${district ? `?district=${district}` : ''}`,
  offers: (language: string, filters: Filters = {}, page = 1) =>
    `/${language}/offers${filtersQuery(filters, page)}`,
  offer: (language: string, slug: string) => `/${language}/offers/${slug}`,
  allDates: (language: string, slug: string) => `/${language}/offers/${slug}?dates=all#dates`,
  offerCalendar: (language: string, slug: string) => `/${language}/offers/${slug}/calendar.ics`,
  /** What is in a calendar, as news, and the page that says how to get either there. */
  calendar: (language: string, about: About) => reading(language, about, 'calendar.ics'),
  news: (language: string, about: About, form: NewsForm) => reading(language, about, `news.${form}`),
  subscribe: (language: string, about: About) => reading(language, about, 'subscribe'),
  poster: (language: string, slug: string) => `/${language}/offers/${slug}/poster.pdf`,
  /** A picture of it for a telephone, with words to send along. */
  card: (language: string, slug: string) => `/${language}/offers/${slug}/card`,
  session: (language: string, id: string) => `/${language}/sessions/${id}`,
  sessionCalendar: (language: string, id: string) => `/${language}/sessions/${id}/calendar.ics`,
  /** Where families join what the intake is for. */
  join: (language: string, intakeId: string) => `/${language}/join/${intakeId}`,
}

const reading = (language: string, about: About, name: string) =>
  'centre' in about
    ? `/${language}/centres/${about.centre}/${name}`
    : `/${language}/${name}${filtersQuery(lastingFilters(about.filters))}`
