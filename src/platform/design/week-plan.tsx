import type { Child } from 'hono/jsx'
import { type TagFact, Tags } from './tags.tsx'

/** What stands in a day of the plan. */
export type PlanEntry = {
  time: Child
  title: Child
  titleLanguage?: string | undefined
  href?: string | undefined
  note?: Child | undefined
  tags?: TagFact[] | undefined
  cancelled?: boolean | undefined
}

export type PlanDay = {
  day: Child
  /** The date, or "today". */
  note?: Child | undefined
  isToday?: boolean | undefined
  entries: PlanEntry[]
}

/** A week as a table of days, narrow enough for a phone and for the door of the house. */
export const WeekPlan = ({
  caption,
  days,
  words,
}: {
  caption: Child
  days: PlanDay[]
  words: { day: string; programme: string; nothing: string }
}) => (
  <table class="kern-table week">
    <caption>{caption}</caption>
    <thead class="kern-sr-only">
      <tr>
        <th scope="col">{words.day}</th>
        <th scope="col">{words.programme}</th>
      </tr>
    </thead>
    <tbody>
      {days.map(({ day, note, isToday, entries }) => (
        <tr class={isToday ? 'is-today' : undefined}>
          <th scope="row">
            {day}
            {note && <small>{note}</small>}
          </th>
          <td>
            {entries.length === 0 ? <p class="muted">{words.nothing}</p> : <Entries entries={entries} />}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Entries = ({ entries }: { entries: PlanEntry[] }) => (
  <ul>
    {entries.map(({ time, title, titleLanguage, href, note, tags, cancelled }) => (
      <li class={cancelled ? 'is-off' : undefined}>
        <b>{time}</b>
        <div>
          {href ? (
            <a href={href} lang={titleLanguage}>
              {title}
            </a>
          ) : (
            <span lang={titleLanguage}>{title}</span>
          )}
          {note && <small>{note}</small>}
          <Tags tags={tags ?? []} />
        </div>
      </li>
    ))}
  </ul>
)
