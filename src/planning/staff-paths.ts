import type { PlanStep } from './plan/plan-steps.ts'

/** The addresses under which a centre plans its programme. */
export const staffPaths = {
  programme: (language: string, centreSlug?: string) =>
    `/${language}/staff/programme${centreSlug ? `?centre=${centreSlug}` : ''}`,
  /** Where the centre chooses what it prints. */
  print: (language: string, centreSlug?: string) =>
    `/${language}/staff/print${centreSlug ? `?${new URLSearchParams({ centre: centreSlug })}` : ''}`,
  season: (language: string, centreSlug?: string) =>
    `/${language}/staff/programme/season${centreSlug ? `?centre=${centreSlug}` : ''}`,
  /** Where drafts are published together; `pressed` are those whose outcome is to be said. */
  publishSeveral: (language: string, { centre, copied, pressed = [], all }: Publishing = {}) => {
    const query = new URLSearchParams({
      ...(centre && { centre }),
      ...(copied !== undefined && { copied: `${copied}` }),
      ...(all && { all: 'yes' }),
    })
    for (const slug of pressed) query.append('of', slug)
    return `/${language}/staff/programme/publish${query.size > 0 ? `?${query}` : ''}`
  },
  /** The programme as a table for a spreadsheet. */
  table: (language: string, centreSlug: string) => `/${language}/staff/offer-table?centre=${centreSlug}`,
  /** Where the dates of a partner's calendar are taken in. */
  calendarImport: (language: string, centreSlug: string) =>
    `/${language}/staff/calendar-import?centre=${centreSlug}`,
  closingDays: (language: string, centreSlug?: string) =>
    `/${language}/staff/programme/closing-days${centreSlug ? `?centre=${centreSlug}` : ''}`,
  openAgain: (language: string, id: string) => `/${language}/staff/programme/closing-days/${id}/remove`,
  plan: (language: string) => `/${language}/staff/programme/plan`,
  step: (language: string, draftId: string, step: PlanStep) =>
    `/${language}/staff/programme/plan/${draftId}/${step}`,
  goOn: (language: string, draftId: string) => `/${language}/staff/programme/plan/${draftId}`,
  discard: (language: string, draftId: string) => `/${language}/staff/programme/plan/${draftId}/discard`,
  offer: (language: string, slug: string) => `/${language}/staff/programme/${slug}`,
  /** What is to be translated at a centre, into one language. */
  translations: (language: string, { centre, to }: { centre?: string; to?: string } = {}) => {
    const query = new URLSearchParams({ ...(centre && { centre }), ...(to && { to }) })
    return `/${language}/staff/programme/translations${query.size > 0 ? `?${query}` : ''}`
  },
  translation: (language: string, slug: string, to: string) =>
    `/${language}/staff/programme/${slug}/translations/${to}`,
  suggestTranslation: (language: string, slug: string, to: string) =>
    `/${language}/staff/programme/${slug}/translations/${to}/suggest`,
  /** The words that all centres translate alike, in one language. */
  glossary: (language: string, to?: string, news?: string) => {
    const query = new URLSearchParams({ ...(to && { to }), ...(news && { news }) })
    return `/${language}/staff/programme/glossary${query.size > 0 ? `?${query}` : ''}`
  },
  dropTerm: (language: string, id: string) => `/${language}/staff/programme/glossary/${id}/drop`,
  unchecked: (language: string) => `/${language}/staff/programme/check`,
  stillRight: (language: string, slug: string) => `/${language}/staff/programme/${slug}/still-right`,
  change: (language: string, slug: string) => `/${language}/staff/programme/${slug}/change`,
  articles: (language: string, slug: string) => `/${language}/staff/programme/${slug}/articles`,
  online: (language: string, slug: string) => `/${language}/staff/programme/${slug}/online`,
  recordings: (language: string, slug: string) => `/${language}/staff/programme/${slug}/recordings`,
  takeRecordingDown: (language: string, slug: string) =>
    `/${language}/staff/programme/${slug}/recordings/take-down`,
  publish: (language: string, slug: string) => `/${language}/staff/programme/${slug}/publish`,
  takeOff: (language: string, slug: string) => `/${language}/staff/programme/${slug}/take-off`,
  /** With a place that is suggested instead of the planned one. */
  changeDate: (language: string, sessionId: string, place?: string) =>
    `/${language}/staff/sessions/${sessionId}/change${place ? `?${new URLSearchParams({ place })}` : ''}`,
  leaderAway: (language: string, sessionId: string) => `/${language}/staff/sessions/${sessionId}/leader-away`,
  holdAgain: (language: string, sessionId: string) => `/${language}/staff/sessions/${sessionId}/hold`,
  cancel: (language: string, sessionId: string) => `/${language}/staff/sessions/${sessionId}/cancel`,
}

type Publishing = {
  centre?: string | undefined
  copied?: number
  pressed?: readonly string[]
  all?: boolean
}
