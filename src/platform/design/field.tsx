import type { Child, PropsWithChildren } from 'hono/jsx'
import { Icon } from './icon.tsx'

/** What every field has. `optional` is the word that says it may be left out, e.g. "freiwillig". */
export type FieldProps = {
  name: string
  label: string
  id?: string | undefined
  hint?: string | undefined
  error?: string | undefined
  required?: boolean | undefined
  optional?: string | undefined
}

/** Label above, hint below it, then the control, then what is wrong: the frame of every single field. */
export const FieldFrame = (props: PropsWithChildren<FieldProps>) => (
  <div class={props.error ? 'kern-form-input kern-form-input--error' : 'kern-form-input'}>
    <label class="kern-label" for={idOf(props)}>
      <LabelText {...props} />
    </label>
    <FieldHint {...props} />
    {props.children}
    <FieldError {...props} />
  </div>
)

export const LabelText = ({ label, optional }: { label: Child; optional?: string | undefined }) => (
  <>
    {label}
    {optional && <span class="kern-label__optional"> ({optional})</span>}
  </>
)

export const FieldHint = (props: FieldProps) =>
  props.hint ? (
    <p class="kern-hint" id={`${idOf(props)}-hint`}>
      {props.hint}
    </p>
  ) : null

export const FieldError = (props: FieldProps) =>
  props.error ? (
    <p class="kern-error" id={`${idOf(props)}-error`}>
      <Icon name="warning" />
      <span>{props.error}</span>
    </p>
  ) : null

/** The id by which label, hint, error and error summary find the field. */
export const idOf = ({ id, name }: { id?: string | undefined; name: string }) => id ?? name

/** The attributes that bind a control to its label, its hint and its error. */
export const bind = (props: FieldProps) => ({
  id: idOf(props),
  name: props.name,
  required: props.required,
  'aria-describedby': describedBy(props),
  'aria-invalid': props.error ? ('true' as const) : undefined,
})

export const describedBy = (props: FieldProps) =>
  [props.hint && `${idOf(props)}-hint`, props.error && `${idOf(props)}-error`].filter(Boolean).join(' ') ||
  undefined
