import { raw } from 'hono/html'
import type { Child, PropsWithChildren } from 'hono/jsx'
import { directionOf, easyGerman, spokenTag } from '../wording/wording.ts'
import { type AssetName, asset } from './assets.ts'
import { Icon } from './icon.tsx'
import { JsonLd } from './json-ld.tsx'

/** The same as a page in another form, which programs look for: a feed, a calendar. */
export type Alternate = { href: string; type: string; title: string }

/** What every page says about itself. */
export type DocumentProps = {
  language: string
  direction: 'ltr' | 'rtl'
  title: string
  description?: string | undefined
  /** Addresses of further stylesheets, e.g. the colours of a city's centres. */
  stylesheets?: string[] | undefined
  /** Scripts that make a working page nicer. */
  scripts?: AssetName[] | undefined
  alternates?: readonly Alternate[] | undefined
  /** The same page in every language, by its whole address, for search engines. */
  translations?: readonly Pick<LanguageLink, 'code' | 'href'>[] | undefined
  /** What the page says in the words of schema.org. */
  data?: object | undefined
  /** What a phone paints its own bar in, above the page. */
  colour?: string | undefined
  /** Keeps the page out of search engines: anything personal or behind a sign-in. */
  hidden?: boolean | undefined
  /** The address of the little picture in the browser's tab. */
  favicon?: string | undefined
  /** What a phone needs to put the site among its apps. */
  manifest?: string | undefined
}

/** The outermost frame: language and direction, title, styles, and the link that skips the navigation. */
export const Document = ({
  children,
  sheet,
  skip,
  ...page
}: PropsWithChildren<DocumentProps & { sheet: 'public.css' | 'staff.css'; skip: string }>) => (
  <>
    {raw('<!doctype html>')}
    <html
      lang={spokenTag(page.language)}
      dir={page.direction}
      class={page.language === easyGerman ? 'easy' : undefined}
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{page.title}</title>
        {page.description && <meta name="description" content={page.description} />}
        {page.colour && <meta name="theme-color" content={page.colour} />}
        {page.hidden && <meta name="robots" content="noindex" />}
        {[asset(sheet), ...(page.stylesheets ?? [])].map(href => (
          <link rel="stylesheet" href={href} />
        ))}
        {page.alternates?.map(({ href, type, title }) => (
          <link rel="alternate" type={type} title={title} href={href} />
        ))}
        {page.translations?.map(({ code, href }) => (
          <link rel="alternate" hreflang={code} href={href} />
        ))}
        {page.favicon && <link rel="icon" href={page.favicon} />}
        {page.manifest && <link rel="manifest" href={page.manifest} />}
        {page.data && <JsonLd data={page.data} />}
        {page.scripts?.map(name => (
          <script type="module" src={asset(name)} />
        ))}
      </head>
      <body>
        <a class="skip" href="#main">
          {skip}
        </a>
        {children}
      </body>
    </html>
  </>
)

/** The mark beside the name: a house with a sun in it. */
export const Brand = ({ href, children }: { href: string; children: Child }) => (
  <a class="brand" href={href}>
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="#0a5560" />
      <path d="M6.5 15.5 16 7.500l9.5 8V25.500h-19z" fill="#fffdf8" />
      <circle cx="16" cy="18.5" r="4" fill="#f6b73c" />
    </svg>
    <span>{children}</span>
  </a>
)

/** A language as its speakers call it, and the address of this very page in it. */
export type LanguageLink = { code: string; name: string; href: string }

/** Leads to the same page in another language. More than four languages fold into a menu. */
export const LanguageSwitch = ({
  languages,
  current,
  label,
}: {
  languages: LanguageLink[]
  current: string
  label: string
}) => {
  const links = languages.map(({ code, name, href }) => (
    <li>
      <a
        href={href}
        lang={spokenTag(code)}
        hreflang={code}
        aria-current={code === current ? 'true' : undefined}
      >
        <bdi dir={directionOf(code)}>{name}</bdi>
      </a>
    </li>
  ))
  return (
    <nav class="languages" aria-label={label}>
      {languages.length <= 4 ? (
        <ul>{links}</ul>
      ) : (
        <details>
          <summary>
            <Icon name="language" />
            {languages.find(({ code }) => code === current)?.name ?? label}
          </summary>
          <ul>{links}</ul>
        </details>
      )}
    </nav>
  )
}
