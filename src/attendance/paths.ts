/** The addresses of counting. */
export const paths = {
  count: (language: string, sessionId: string) => `/${language}/staff/sessions/${sessionId}/count`,
  correct: (language: string, sessionId: string) => `/${language}/staff/sessions/${sessionId}/count/correct`,
  withdraw: (language: string, sessionId: string) =>
    `/${language}/staff/sessions/${sessionId}/count/withdraw`,
  uncounted: (language: string) => `/${language}/staff/uncounted`,
}
