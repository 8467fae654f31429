import type { Child, PropsWithChildren } from 'hono/jsx'
import { Button, LoneLink } from './button.tsx'
import { Brand, Document, type DocumentProps, type LanguageLink, LanguageSwitch } from './document.tsx'
import { Icon } from './icon.tsx'
import type { FrameWords, NavigationLink } from './public-page.tsx'

export type StaffPageProps = DocumentProps & {
  brand: string
  home: string
  navigation: NavigationLink[]
  /** Who is signed in, and as what. */
  account: { name: string; role: string; href: string }
  signOut: { action: string; label: string }
  languages: LanguageLink[]
  words: FrameWords
  /** The page this one was opened from, above the heading. */
  back?: { href: string; label: Child } | undefined
  /** The page's `h1`. */
  heading: Child
  /** One line under the heading: day, centre, what is to be done. */
  subline?: Child | undefined
  /** At most one primary button and what goes with it, beside the heading. */
  actions?: Child | undefined
  /** Says on every page that nothing here is real. */
  demo?: Child | undefined
}

/** A page for people who work here: rail, heading with its one action, content. */
export const StaffPage = ({
  children,
  brand,
  home,
  navigation,
  account,
  signOut,
  languages,
  words,
  back,
  heading,
  subline,
  actions,
  demo,
  ...page
}: PropsWithChildren<StaffPageProps>) => (
  <Document {...page} hidden sheet="staff.css" skip={words.skip}>
    <div class="staff">
      <header class="rail">
        <Brand href={home}>{brand}</Brand>
        <nav aria-label={words.menu}>
          <ul>
            {navigation.map(({ href, label, icon, current }) => (
              <li>
                <a href={href} aria-current={current ? 'page' : undefined}>
                  <Icon name={icon} />
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      {demo && <aside class="demo">{demo}</aside>}
      <main id="main" class="desk" tabindex={-1}>
        <div class="desk-head">
          <div>
            {back && (
              <p class="no-print">
                <LoneLink href={back.href}>{back.label}</LoneLink>
              </p>
            )}
            <h1>{heading}</h1>
            {subline && <p class="muted">{subline}</p>}
          </div>
          {actions && <div class="cluster">{actions}</div>}
        </div>
        {children}
      </main>
      <footer class="rail-foot">
        <p>
          <b>
            <a href={account.href}>{account.name}</a>
          </b>
          {account.role}
        </p>
        <LanguageSwitch languages={languages} current={page.language} label={words.languages} />
        <form method="post" action={signOut.action}>
          <Button kind="quiet" icon="leave" small>
            {signOut.label}
          </Button>
        </form>
      </footer>
    </div>
  </Document>
)

/** A page with one thing on it and no way around: signing in, a printed code, an error of the desk. */
export const PlainPage = ({
  children,
  brand,
  home,
  heading,
  languages,
  words,
  demo,
  ...page
}: PropsWithChildren<
  DocumentProps & Pick<StaffPageProps, 'brand' | 'home' | 'heading' | 'languages' | 'words' | 'demo'>
>) => (
  <Document {...page} hidden sheet="staff.css" skip={words.skip}>
    {demo && <aside class="demo">{demo}</aside>}
    <div class="plain stack">
      <header class="cluster">
        <Brand href={home}>{brand}</Brand>
        <LanguageSwitch languages={languages} current={page.language} label={words.languages} />
      </header>
      <main id="main" class="stack" tabindex={-1}>
        <h1>{heading}</h1>
        {children}
      </main>
    </div>
  </Document>
)
