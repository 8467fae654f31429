import type { PropsWithChildren } from 'hono/jsx'
import { type Carried, HiddenFields } from './button.tsx'
import { Icon } from './icon.tsx'

/**
 * A form that is checked on the server, in our words and in the reader's language, so the browser's own bubbles
 * are switched off. `carry` are values sent along unseen.
 */
export const Form = ({
  children,
  action,
  method = 'post',
  carry = {},
  label,
  withFiles,
}: PropsWithChildren<{
  action: string
  method?: 'get' | 'post' | undefined
  carry?: Carried | undefined
  label?: string | undefined
  withFiles?: boolean | undefined
}>) => (
  <form
    class="stack stack--form"
    method={method}
    action={action}
    aria-label={label}
    enctype={withFiles ? 'multipart/form-data' : undefined}
    novalidate
  >
    <HiddenFields values={carry} />
    {children}
  </form>
)

/**
 * A fault of a field: `field` is the id (normally the name) of the field it belongs to, `label` what it is called
 * where the message alone would fit many.
 */
export type FieldFault = { field: string; label?: string | undefined; message: string }

/** All faults of a form at its top, each a link to its field. It takes the focus when the page opens. */
export const ErrorSummary = ({
  title,
  faults,
  id = 'errors',
  focus = true,
}: {
  title: string
  faults: FieldFault[]
  id?: string | undefined
  focus?: boolean | undefined
}) =>
  faults.length > 0 ? (
    <div class="kern-alert kern-alert--danger" role="alert" tabindex={-1} autofocus={focus} id={id}>
      <h2 class="kern-alert__header">
        <Icon name="warning" />
        <span>{title}</span>
      </h2>
      <ul class="kern-alert__body">
        {faults.map(({ field, label, message }) => (
          <li>
            <a href={`#${field}`}>{label ? `${withMark(label)} ${message}` : message}</a>
          </li>
        ))}
      </ul>
    </div>
  ) : null

/** A question keeps its own mark. */
const withMark = (label: string) => (/[?؟.]$/.test(label) ? label : `${label}:`)
