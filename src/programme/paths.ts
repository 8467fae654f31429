import { type Filters, filtersQuery } from './filters.ts'

/** The addresses of the programme, with the language in front. */
export const paths = {
  home: (language: string, district?: string) => `/${language}${district ? `?district=${district}` : ''}`,
  offers: (language: string, filters: Filters = {}, page = 1) =>
    `/${language}/offers${filtersQuery(filters, page)}`,
  offer: (language: string, slug: string) => `/${language}/offers/${slug}`,
  offerCalendar: (language: string, slug: string) => `/${language}/offers/${slug}/calendar.ics`,
  session: (language: string, id: string) => `/${language}/sessions/${id}`,
  sessionCalendar: (language: string, id: string) => `/${language}/sessions/${id}/calendar.ics`,
  /** Where families join what the intake is for. */
  join: (language: string, intakeId: string) => `/${language}/join/${intakeId}`,
}
