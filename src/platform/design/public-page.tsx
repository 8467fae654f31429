import type { Child, PropsWithChildren } from 'hono/jsx'
import { LinkButton } from './button.tsx'
import { Brand, Document, type DocumentProps, type LanguageLink, LanguageSwitch } from './document.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'

/** An entry of a navigation; `current` marks the part of the site one is in. */
export type NavigationLink = {
  href: string
  label: string
  icon: IconName
  current?: boolean | undefined
}

/** The small words of the frame, in the reader's language. */
export type FrameWords = { skip: string; menu: string; languages: string }

/** With `also`, a lesser thing beside it. */
type Invitation = {
  words: string
  href: string
  label: string
  also?: { href: string; label: string } | undefined
}

export type PublicPageProps = DocumentProps & {
  brand: string
  home: string
  languages: LanguageLink[]
  navigation: NavigationLink[]
  footer: { href: string; label: string }[]
  words: FrameWords
  /** The one thing that is possible on every page, above the footer. */
  invitation?: Invitation | undefined
  /** The way out when somebody comes who must not see it: elsewhere, and at once. Loud where a page tells most. */
  leave: { href: string; label: string; isLoud?: boolean | undefined }
  /** Stands above the content over the whole width and holds the page's `h1`. */
  hero?: Child | undefined
}

/** A page for families: no account, no script; the way around lies under the thumb on a phone. */
export const PublicPage = ({
  children,
  brand,
  home,
  languages,
  navigation,
  footer,
  words,
  hero,
  invitation,
  leave,
  ...page
}: PropsWithChildren<PublicPageProps>) => (
  <Document {...page} sheet="public.css" skip={words.skip}>
    <header class={leave.isLoud ? 'site-head site-head--loud' : 'site-head'}>
      <div class="kern-container">
        <Brand href={home}>{brand}</Brand>
        <Tabs links={navigation} label={words.menu} />
        <div class="site-tools">
          <a class={leave.isLoud ? 'leave leave--loud' : 'leave'} href={leave.href} rel="noreferrer">
            <Icon name="leave" />
            <span>{leave.label}</span>
          </a>
          <LanguageSwitch languages={languages} current={page.language} label={words.languages} />
        </div>
      </div>
    </header>
    <main id="main" tabindex={-1}>
      {hero}
      <div class="kern-container">{children}</div>
    </main>
    {invitation && (
      <aside class="invitation">
        <div class="kern-container">
          <p>{invitation.words}</p>
          <LinkButton href={invitation.href}>{invitation.label}</LinkButton>
          {invitation.also && <a href={invitation.also.href}>{invitation.also.label}</a>}
        </div>
      </aside>
    )}
    <footer class="site-foot">
      <div class="kern-container">
        {footer.map(({ href, label }) => (
          <a href={href}>{label}</a>
        ))}
      </div>
    </footer>
  </Document>
)

const Tabs = ({ links, label }: { links: NavigationLink[]; label: string }) => (
  <nav class="tabs" aria-label={label}>
    <ul>
      {links.map(({ href, label, icon, current }) => (
        <li>
          <a href={href} aria-current={current ? 'page' : undefined}>
            <Icon name={icon} />
            {label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
