import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'

/** A term and what it says; `action` is e.g. the link that changes an answer. */
export type Description = {
  term: string
  value: Child
  icon?: IconName | undefined
  action?: Child | undefined
}

/** Facts about one thing: when, where, for whom, how much. */
export const DescriptionList = ({ items }: { items: Description[] }) => (
  <dl class="kern-description-list">
    {items.map(({ term, value, icon, action }) => (
      <div class="kern-description-list-item">
        <dt>
          {icon && <Icon name={icon} />}
          {term}
        </dt>
        <dd>{value}</dd>
        {action && <dd class="kern-description-list-item__action">{action}</dd>}
      </div>
    ))}
  </dl>
)

/** Sentences that stand together, each on a line of its own. */
export const Lines = ({ of }: { of: readonly string[] }) =>
  of.map((line, index) => (
    <>
      {index > 0 && <br />}
      {line}
    </>
  ))
