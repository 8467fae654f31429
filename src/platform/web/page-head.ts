import type { Child } from 'hono/jsx'
import type { Alternate } from '../design/index.ts'

/** What a page tells the frame around it; `c.render(content, head)` puts both together. */
export type PageHead = {
  title: string
  description?: string
  /** The entry of the navigation that this page belongs to. */
  current?: string
  /** Where the page stands: among public pages, staff pages, or alone (sign-in, print). */
  frame?: 'public' | 'staff' | 'bare'
  /** Keep out of search engines: personal links, results of filters. */
  isPrivate?: boolean
  /** For one reader: her own page, or a form she is filling in. */
  isPersonal?: boolean
  /** A watcher should not see it: "leave quickly" stands out, and no invitation to ask below. */
  isDelicate?: boolean
  /** Over the whole width above the content of a public page; holds its h1. */
  hero?: Child
  /** Where a staff page leads back to, by name: the page it was opened from. */
  back?: { href: string; label: Child }
  /** The h1 of a staff page or a bare page, the line below it, and its one action. */
  heading?: Child
  subline?: Child
  actions?: Child
  /** What the page says in the words of schema.org, for search engines. */
  data?: object
  /** Further stylesheets, such as the colours of a city's centres. */
  stylesheets?: readonly string[]
  /** The same for other programs: feeds and calendars, which readers find by themselves. */
  alternates?: readonly Alternate[]
  /** Scripts that enhance the page, by file name; it works without them. */
  scripts?: readonly `${string}.js`[]
}

declare module 'hono' {
  interface ContextRenderer {
    // biome-ignore lint/style/useShorthandFunctionType: Hono asks for an interface to extend.
    (content: Child, head: PageHead): Response | Promise<Response>
  }
}
