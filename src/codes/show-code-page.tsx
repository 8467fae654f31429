import type { Page } from '../identity/index.ts'
import type { PageHead } from '../platform/web/page-head.ts'
import { showPrivately } from '../platform/web/show-privately.ts'
import { CodePage } from './pages/code-page.tsx'
import { type CodeFault, statusOfFault } from './read-code.ts'

type Shown = Pick<PageHead, 'title' | 'current' | 'isDelicate'> & {
  /** Where the code is sent. */
  action: string
  /** What is said to whoever has just taken something back, where that leads here. */
  takenBack?: string
}

/** The page on which a code is typed, and typed again after a fault. */
export const showCodePage = (c: Page, { action, takenBack, ...head }: Shown, fault?: CodeFault) => {
  if (fault) c.status(statusOfFault(fault))
  const said = c.req.query('news') === 'taken-back' ? takenBack : undefined
  const page = { action, fault, title: head.title, takenBack: said, wording: c.var.wording }
  return showPrivately(c, <CodePage {...page} />, head)
}

/** Where a code is typed, after what it opened was taken back. */
export const toTakenBack = (c: Page, action: string) => c.redirect(`${action}?news=taken-back`, 303)
