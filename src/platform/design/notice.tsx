import type { Child, PropsWithChildren } from 'hono/jsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'

/** What a message or a tag means. `danger` is for what is cancelled or running out, and for faults. */
export type Tone = 'info' | 'success' | 'warning' | 'danger'

/** A message in its place. `announce` is for news that came with this answer: it is read out and takes the focus. */
export const Notice = ({
  children,
  title,
  tone = 'info',
  announce,
}: PropsWithChildren<{ title: Child; tone?: Tone | undefined; announce?: boolean | undefined }>) => (
  <div
    class={`kern-alert kern-alert--${tone}`}
    role={announce ? 'status' : undefined}
    tabindex={announce ? -1 : undefined}
    autofocus={announce}
  >
    <p class="kern-alert__header">
      <Icon name={noticeIcons[tone]} />
      <span>{title}</span>
    </p>
    {children && <div class="kern-alert__body">{children}</div>}
  </div>
)

/** Nothing to show: says why, and what to do next. */
export const EmptyState = ({
  children,
  icon = 'search',
  title,
  actions,
}: PropsWithChildren<{ title: string; icon?: IconName | undefined; actions?: Child | undefined }>) => (
  <div class="empty">
    <Icon name={icon} />
    <h2>{title}</h2>
    <p>{children}</p>
    {actions && <div class="cluster">{actions}</div>}
  </div>
)

const noticeIcons: Record<Tone, IconName> = {
  info: 'info',
  success: 'success',
  warning: 'warning',
  danger: 'cancelled',
}
