/** The addresses of asking and answering. */
export const paths = {
  ask: (language: string, centreSlug?: string) =>
    `/${language}/ask${centreSlug ? `?${new URLSearchParams({ centre: centreSlug })}` : ''}`,
  own: (language: string, link: string) => `/${language}/ask/${link}`,
  takeBack: (language: string, link: string) => `/${language}/ask/${link}/take-back`,
  byCode: (language: string) => `/${language}/ask/code`,
  list: (language: string) => `/${language}/staff/questions`,
  question: (language: string, id: string) => `/${language}/staff/questions/${id}`,
  understand: (language: string, id: string) => `/${language}/staff/questions/${id}/understand`,
  enter: (language: string) => `/${language}/staff/questions/new`,
  showCode: (language: string) => `/${language}/staff/questions/code`,
}
