import type { PropsWithChildren } from 'hono/jsx'
import { bind, describedBy, FieldError, FieldHint, type FieldProps, idOf, LabelText } from './field.tsx'
import type { Option } from './fields.tsx'

/** A single yes or no. */
export const CheckboxField = (
  props: FieldProps & { checked?: boolean | undefined; value?: string | undefined },
) => (
  <div class={props.error ? 'kern-form-check kern-form-check--error' : 'kern-form-check'}>
    <input
      class="kern-form-check__checkbox"
      type="checkbox"
      {...bind(props)}
      value={props.value ?? 'yes'}
      checked={props.checked}
    />
    <label class="kern-label" for={idOf(props)}>
      <LabelText {...props} />
    </label>
    <FieldHint {...props} />
    <FieldError {...props} />
  </div>
)

/** Exactly one of a few. The first choice carries the id of the group, so an error link lands on it. */
export const RadioGroup = (
  props: FieldProps & { options: Option[]; value?: string | undefined; horizontal?: boolean | undefined },
) => (
  <FieldGroup {...props}>
    {props.options.map((option, index) => (
      <Choice
        {...option}
        kind="radio"
        id={choiceId(props, index)}
        name={props.name}
        checked={option.value === props.value}
        required={props.required}
      />
    ))}
  </FieldGroup>
)

/** Any number of a few; the form sends `name` once for each ticked choice. */
export const CheckboxGroup = (
  props: FieldProps & { options: Option[]; values?: string[] | undefined; horizontal?: boolean | undefined },
) => (
  <FieldGroup {...props}>
    {props.options.map((option, index) => (
      <Choice
        {...option}
        kind="checkbox"
        id={choiceId(props, index)}
        name={props.name}
        checked={props.values?.includes(option.value)}
      />
    ))}
  </FieldGroup>
)

/** Fields that answer one question together: a legend, a hint, an error, then whatever stands inside. */
export const FieldGroup = (props: PropsWithChildren<FieldProps & { horizontal?: boolean | undefined }>) => (
  <fieldset
    class={props.error ? 'kern-fieldset kern-fieldset--error' : 'kern-fieldset'}
    aria-describedby={describedBy(props)}
  >
    <legend class="kern-label">
      <LabelText {...props} />
    </legend>
    <FieldHint {...props} />
    <FieldError {...props} />
    <div
      class={props.horizontal ? 'kern-fieldset__body kern-fieldset__body--horizontal' : 'kern-fieldset__body'}
    >
      {props.children}
    </div>
  </fieldset>
)

const choiceId = (group: FieldProps, index: number) => (index === 0 ? idOf(group) : `${idOf(group)}-${index}`)

const Choice = (
  props: Option & {
    kind: 'radio' | 'checkbox'
    id: string
    name: string
    checked?: boolean | undefined
    required?: boolean | undefined
  },
) => (
  <div class="kern-form-check">
    <input
      class={`kern-form-check__${props.kind}`}
      type={props.kind}
      id={props.id}
      name={props.name}
      value={props.value}
      checked={props.checked}
      required={props.required}
      disabled={props.disabled}
      aria-describedby={props.hint ? `${props.id}-choice-hint` : undefined}
    />
    <label class="kern-label" for={props.id} lang={props.lang}>
      {props.label}
    </label>
    {props.hint && (
      <p class="kern-hint" id={`${props.id}-choice-hint`}>
        {props.hint}
      </p>
    )}
  </div>
)
