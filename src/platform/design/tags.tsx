import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import type { Tone } from './notice.tsx'

/** A fact in two or three words, with a pictogram where reading is hard. */
export type TagFact = {
  label: Child
  icon?: IconName | undefined
  tone?: Tone | undefined
  lang?: string | undefined
}

/** Facts in a row. */
export const Tags = ({ tags }: { tags: TagFact[] }) =>
  tags.length > 0 ? (
    <ul class="tags">
      {tags.map(({ label, icon, tone, lang }) => (
        <li class={badgeClass(tone)} lang={lang}>
          {icon && <Icon name={icon} />}
          {label}
        </li>
      ))}
    </ul>
  ) : null

/** One fact inside a line of text or a table cell. */
export const Tag = ({ label, icon, tone, lang }: TagFact) => (
  <span class={badgeClass(tone)} lang={lang}>
    {icon && <Icon name={icon} />}
    {label}
  </span>
)

const badgeClass = (tone?: Tone) =>
  tone && tone !== 'info' ? `kern-badge kern-badge--${tone}` : 'kern-badge'
