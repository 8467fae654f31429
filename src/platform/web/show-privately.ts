import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { PageHead } from './page-head.ts'

/** Shows a page that is for one reader only: neither kept on the way nor found by search engines. */
export const showPrivately = (
  c: Pick<Context, 'header' | 'render'>,
  content: Child,
  head: Omit<PageHead, 'isPrivate' | 'isPersonal'>,
) => {
  c.header('cache-control', 'no-store')
  return c.render(content, { ...head, isPrivate: true, isPersonal: true })
}
