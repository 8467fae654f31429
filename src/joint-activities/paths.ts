/** The addresses of what the lead plans for a joint activity. */
export const paths = {
  plan: (language: string, slug: string) => `/${language}/staff/programme/${slug}/together`,
  offer: (language: string, slug: string) => `/${language}/staff/programme/${slug}`,
  takesPlace: (language: string, sessionId: string) => `/${language}/staff/sessions/${sessionId}/takes-place`,
  cancel: (language: string, sessionId: string) => `/${language}/staff/sessions/${sessionId}/cancel`,
  list: (language: string, sessionId: string) => `/${language}/staff/sessions/${sessionId}/list`,
}
