import type { Child, PropsWithChildren } from 'hono/jsx'
import { accentClass } from './accents.ts'

/** Things below each other with air between them. */
export const Stack = ({
  children,
  gap = 'default',
}: PropsWithChildren<{ gap?: 'small' | 'default' | 'large' | undefined }>) => (
  <div class={gap === 'default' ? 'stack' : `stack stack--${gap}`}>{children}</div>
)

/** Small things beside each other, such as the buttons that end a form. */
export const Cluster = ({ children }: PropsWithChildren) => <div class="cluster">{children}</div>

/**
 * The main thing and what goes with it: beside each other where there is room, below each other on a phone.
 * What stands `below` the main thing comes after both on a phone, so that nobody scrolls past it to the aside.
 */
export const Columns = ({
  children,
  aside,
  below,
}: PropsWithChildren<{ aside: Child; below?: Child | undefined }>) => (
  <div class="columns">
    <div class="stack stack--large">{children}</div>
    <div class="stack">{aside}</div>
    {below && <div class="stack stack--large">{below}</div>}
  </div>
)

/** Two things that are compared: beside each other where there is room, the first one above the other on a phone. */
export const SideBySide = ({ children }: PropsWithChildren) => (
  <div class="stack stack--large side-by-side">{children}</div>
)

/** A part of a page with its `h2` and, beside it, the link to more. */
export const Section = ({
  children,
  title,
  id,
  more,
}: PropsWithChildren<{
  title: Child
  id?: string | undefined
  more?: { href: string; label: string } | undefined
}>) => (
  <section id={id}>
    <div class="section-head">
      <h2>{title}</h2>
      {more && <a href={more.href}>{more.label}</a>}
    </div>
    {children}
  </section>
)

/** What one needs now and then: its title stands there, and opens it. */
export const Fold = ({
  children,
  title,
  id,
  open,
}: PropsWithChildren<{ title: Child; id?: string | undefined; open?: boolean | undefined }>) => (
  <details id={id} open={open}>
    <summary>
      <h2>{title}</h2>
    </summary>
    {children}
  </details>
)

/** A sheet on the paper. `tint` is for what stands beside the main thing; `accent` wears a centre's colour. */
export const Card = ({
  children,
  title,
  tint,
  accent,
  wide,
}: PropsWithChildren<{
  title?: Child | undefined
  tint?: boolean | undefined
  accent?: string | undefined
  /** Takes the whole width inside `Cards`. */
  wide?: boolean | undefined
}>) => (
  <section
    class={[
      'kern-card',
      tint && 'kern-card--tint',
      accent && `kern-card--accent ${accentClass(accent)}`,
      wide && 'wide',
    ]
      .filter(Boolean)
      .join(' ')}
  >
    {title && <h2>{title}</h2>}
    {children}
  </section>
)

/** Cards of one weight, beside each other where there is room. */
export const Board = ({ children }: PropsWithChildren) => <div class="board">{children}</div>

/** The cards of a desk: the wider one first. */
export const Cards = ({ children }: PropsWithChildren) => <div class="cards">{children}</div>

/** Text to be read: lines of a length that does not tire. */
export const Prose = ({ children }: PropsWithChildren) => <div class="prose">{children}</div>

/** Stays at the lower edge, under the thumb: what finishes the task, and one line about it. */
export const ThumbBar = ({ children, note }: PropsWithChildren<{ note?: Child | undefined }>) => (
  <div class="thumb-bar">
    <p role="status">{note}</p>
    {children}
  </div>
)
