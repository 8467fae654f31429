import { paths as registrationPaths } from '../registration/index.ts'

/** The addresses of a family's own page; nothing personal stands in them but an unguessable link. */
export const paths = {
  page: (language: string, link: string) => `${registrationPaths.manage(language, link)}/family`,
  open: (language: string, link: string) => `${paths.page(language, link)}/open`,
  together: (language: string, link: string) => `${paths.page(language, link)}/together`,
  safe: (language: string, link: string) => `${paths.page(language, link)}/safe`,
  again: (language: string, link: string) => `${paths.page(language, link)}/again`,
  push: (language: string, link: string) => `${paths.page(language, link)}/push`,
  erase: (language: string, link: string) => `${paths.page(language, link)}/erase`,
  /** The paper for what one registration costs. */
  paper: (language: string, link: string, registrationId: string) =>
    `${paths.page(language, link)}/papers/${registrationId}/confirmation.pdf`,
  /** One registration on paper, to be shown. */
  registrationPaper: (language: string, link: string, registrationId: string) =>
    `${paths.page(language, link)}/papers/${registrationId}/registration.pdf`,
  calendar: (language: string, link: string) => `${paths.page(language, link)}/calendar.ics`,
}
