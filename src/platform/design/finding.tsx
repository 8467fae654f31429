import type { Child, PropsWithChildren } from 'hono/jsx'
import { HiddenFields } from './button.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'

/** The petrol opening of a page: its `h1`, one line, and the way to find something. */
export const Hero = ({
  children,
  title,
  lead,
}: PropsWithChildren<{ title: Child; lead?: Child | undefined }>) => (
  <div class="hero">
    <div class="kern-container">
      <h1>{title}</h1>
      {lead && <p>{lead}</p>}
      {children}
    </div>
    <HousesAtSunrise />
  </div>
)

/** Seen where there is room beside the words, and never described: it tells nothing. */
const HousesAtSunrise = () => (
  <svg class="hero__art" viewBox="0 0 220 130" aria-hidden="true">
    <circle cx="118" cy="72" r="44" fill="#f6b73c" />
    <path d="M0 130V92l24-20 24 20v38zM150 130V84l34-28 36 28v46z" fill="#2b7580" />
    <path d="M52 130V80l38-32 38 32v50z" fill="#fffdf8" />
    <path
      d="M18 108h12v22H18zM172 98h14v14h-14zM196 98h14v14h-14zM64 88h14v14H64zM102 88h14v14h-14z"
      fill="#f6b73c"
    />
    <path d="M82 130v-20a8 8 0 0 1 16 0v20zM138 130v-16a12 16 0 1 0-4 0v16z" fill="#073f47" />
  </svg>
)

/** One field and one button; `carry` keeps the filters that are already chosen. */
export const SearchForm = ({
  action,
  label,
  button,
  name = 'q',
  value,
  placeholder,
  carry = {},
}: {
  action: string
  label: string
  button: string
  name?: string | undefined
  value?: string | undefined
  placeholder?: string | undefined
  carry?: Record<string, string> | undefined
}) => (
  <search>
    <form class="search" action={action}>
      <input type="search" name={name} value={value} aria-label={label} placeholder={placeholder} />
      <HiddenFields values={carry} />
      <button type="submit" class="kern-btn kern-btn--primary">
        {button}
      </button>
    </form>
  </search>
)

/** A filter as a link: the address holds the whole choice. */
export type Chip = {
  label: Child
  href: string
  current?: boolean | undefined
  icon?: IconName | undefined
}

/** Filters in a row. `line` keeps them in one line on a phone, to be pushed along with the thumb. */
export const Chips = ({
  chips,
  label,
  line,
}: {
  chips: Chip[]
  label: string
  line?: boolean | undefined
}) => (
  <ul class={line ? 'chips chips--line' : 'chips'} aria-label={label}>
    {chips.map(({ label, href, current, icon }) => (
      <li>
        <a class="chip" href={href} aria-current={current ? 'true' : undefined}>
          {icon && <Icon name={icon} />}
          {label}
        </a>
      </li>
    ))}
  </ul>
)

/** A big door to a topic. */
export type Tile = {
  label: string
  href: string
  icon: IconName
  tone?: 'petrol' | 'sun' | 'leaf' | undefined
}

export const Tiles = ({ tiles }: { tiles: Tile[] }) => (
  <ul class="tiles">
    {tiles.map(({ label, href, icon, tone = 'petrol' }) => (
      <li>
        <a class={`tile tile--${tone}`} href={href}>
          <Icon name={icon} />
          <span>{label}</span>
        </a>
      </li>
    ))}
  </ul>
)

/** The way through a long list; `position` says where one is, e.g. "Seite 2 von 5". */
export const Pagination = ({
  label,
  position,
  previous,
  next,
}: {
  label: string
  position: string
  previous?: { href: string; label: string } | undefined
  next?: { href: string; label: string } | undefined
}) => (
  <nav class="pages" aria-label={label}>
    {previous ? <PageLink {...previous} icon="arrow-start" /> : <span />}
    <span class="muted">{position}</span>
    {next ? <PageLink {...next} icon="arrow-end" /> : <span />}
  </nav>
)

const PageLink = ({
  href,
  label,
  icon,
}: {
  href: string
  label: string
  icon: 'arrow-start' | 'arrow-end'
}) => (
  <a
    class="kern-btn kern-btn--secondary kern-btn--x-small"
    href={href}
    rel={icon === 'arrow-end' ? 'next' : 'prev'}
  >
    {icon === 'arrow-start' && <Icon name={icon} />}
    {label}
    {icon === 'arrow-end' && <Icon name={icon} />}
  </a>
)
