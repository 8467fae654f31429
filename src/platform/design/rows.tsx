import type { Child, PropsWithChildren } from 'hono/jsx'

/** A list of things to do or to see, one line each with its action. */
export const Rows = ({ children }: PropsWithChildren) => <ul class="rows">{children}</ul>

/** One of them: what comes first (a time, a number), what it is, and the one thing to do about it. */
export const Row = ({
  start,
  title,
  note,
  action,
  cancelled,
}: {
  start: Child
  title: Child
  note?: Child | undefined
  action?: Child | undefined
  cancelled?: boolean | undefined
}) => (
  <li class={cancelled ? 'is-off' : undefined}>
    {start}
    <div>
      <b>{title}</b>
      {note && <small>{note}</small>}
    </div>
    {action}
  </li>
)

/** The number a row begins with: how many wait. */
export const RowCount = ({ children }: PropsWithChildren) => <span class="rows__count">{children}</span>

/** How much of something is used up, in words and as a bar; `danger` when it runs out. */
export const Meter = ({
  label,
  text,
  value,
  max,
  danger,
}: {
  label: string
  text: Child
  value: number
  max: number
  danger?: boolean | undefined
}) => (
  <div class="meter-line">
    <p>
      <span>{label}</span> <b class="number">{text}</b>
    </p>
    <progress class={danger ? 'meter meter--danger' : 'meter'} value={value} max={max} aria-label={label} />
  </div>
)
