import type { Alternate } from '../platform/design/index.ts'
import type { Wording } from '../platform/wording/wording.ts'
import { type About, paths } from './paths.ts'

/** What feed readers and calendars find by themselves when somebody gives them the address of a page. */
export const alternatesOf = (about: About, name: string, { language, t }: Wording): Alternate[] => [
  { href: paths.calendar(language, about), type: 'text/calendar', title: name },
  {
    href: paths.news(language, about, 'atom'),
    type: 'application/atom+xml',
    title: t('calendars.news.title', { name }),
  },
]
