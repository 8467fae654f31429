import type { PropsWithChildren } from 'hono/jsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'

/** How much a button asks for attention. A view has one `primary`; `danger` is for what hurts others. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

type Look = {
  kind?: ButtonKind | undefined
  icon?: IconName | undefined
  small?: boolean | undefined
  block?: boolean | undefined
}

/** A button that sends its form; `name` and `value` tell which of several was pressed. */
export const Button = ({
  children,
  name,
  value,
  type = 'submit',
  disabled,
  formaction,
  ...look
}: PropsWithChildren<
  Look & {
    name?: string | undefined
    value?: string | undefined
    type?: 'submit' | 'button' | undefined
    disabled?: boolean | undefined
    formaction?: string | undefined
  }
>) => (
  <button
    class={buttonClass(look)}
    type={type}
    name={name}
    value={value}
    disabled={disabled}
    formaction={formaction}
  >
    {look.icon && <Icon name={look.icon} />}
    {children}
  </button>
)

/** A link that looks like a button: it goes somewhere and changes nothing. */
export const LinkButton = ({
  children,
  href,
  download,
  ...look
}: PropsWithChildren<Look & { href: string; download?: boolean | undefined }>) => (
  <a class={buttonClass(look)} href={href} download={download}>
    {look.icon && <Icon name={look.icon} />}
    {children}
  </a>
)

/** A number to call with one touch; it is read from left to right in every language. */
export const PhoneButton = ({ number }: { number: string }) => (
  <LinkButton small icon="phone" href={`tel:${number.replace(/[^+\d]/g, '')}`}>
    <bdi dir="ltr">{number}</bdi>
  </LinkButton>
)

/** A link that stands alone in its line, as high as a thumb. */
export const LoneLink = ({ children, href }: PropsWithChildren<{ href: string }>) => (
  <a class="lone-link" href={href}>
    {children}
  </a>
)

/** A form of one button, for a step that changes something. */
export const ConfirmButton = ({
  children,
  action,
  fields = {},
  ...look
}: PropsWithChildren<Look & { action: string; fields?: Record<string, string> | undefined }>) => (
  <form method="post" action={action}>
    <HiddenFields values={fields} />
    <Button {...look}>{children}</Button>
  </form>
)

/** Values a form carries along unseen. */
export const HiddenFields = ({ values }: { values: Carried }) => (
  <>
    {Object.entries(values).flatMap(([name, value]) =>
      [value].flat().map(each => <input type="hidden" name={name} value={each} />),
    )}
  </>
)

/** Values by the names of their fields; a list has one field for each. */
export type Carried = Record<string, string | string[]>

const classes: Record<ButtonKind, string> = {
  primary: 'kern-btn--primary',
  secondary: 'kern-btn--secondary',
  quiet: 'kern-btn--tertiary',
  danger: 'kern-btn--danger',
}

const buttonClass = ({ kind = 'secondary', small, block }: Look) =>
  ['kern-btn', classes[kind], small && 'kern-btn--x-small', block && 'kern-btn--block']
    .filter(Boolean)
    .join(' ')
