import type { Child, PropsWithChildren } from 'hono/jsx'
import { accentClass } from './accents.ts'
import { type TagFact, Tags } from './tags.tsx'

/** Something that takes place, told time first, because people look for *when*. */
export type TimeCardProps = {
  /** The time as people read it, e.g. `9:30`. */
  time: Child
  /** The moment for machines, e.g. `2026-11-23T09:30+01:00`. */
  dateTime?: string | undefined
  /** Below the time: the end, the day, or that it does not take place. */
  until?: Child | undefined
  title: Child
  /** The language of the title where it differs from the page's. */
  titleLanguage?: string | undefined
  href?: string | undefined
  /** One or two lines: where, how to get there, why it is cancelled and when it is next. */
  details?: Child | undefined
  tags?: TagFact[] | undefined
  /** The slug whose colour the card wears. */
  accent?: string | undefined
  /** The day stands where the time does, so it is written smaller. */
  dated?: boolean | undefined
  /** Struck through; say so in words too, in `until` and `tags`. */
  cancelled?: boolean | undefined
}

/** A list of things that take place, in order of time. */
export const TimeCards = ({ children }: PropsWithChildren) => <ol class="stack stack--cards">{children}</ol>

/** One of them; the whole card leads to its page. Stands inside `TimeCards`. */
export const TimeCard = (props: TimeCardProps) => (
  <li class={classes(props)}>
    <p class="time-card__when">
      <time datetime={props.dateTime}>{props.time}</time>
      {props.until && <small>{props.until}</small>}
    </p>
    <div class="time-card__what">
      <h3 lang={props.titleLanguage}>{props.href ? <a href={props.href}>{props.title}</a> : props.title}</h3>
      {props.details && <p>{props.details}</p>}
      <Tags tags={props.tags ?? []} />
    </div>
  </li>
)

const classes = ({ accent, dated, cancelled }: TimeCardProps) =>
  [
    'kern-card time-card',
    accent && accentClass(accent),
    dated && 'time-card--dated',
    cancelled && 'time-card--off',
  ]
    .filter(Boolean)
    .join(' ')
