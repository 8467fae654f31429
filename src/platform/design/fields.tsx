import { bind, FieldFrame, type FieldProps } from './field.tsx'

type Value = { value?: string | number | undefined }

/** One line of text. `type` chooses the keyboard, `autocomplete` lets the browser help. */
export const TextField = (
  props: FieldProps &
    Value & {
      type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | undefined
      autocomplete?: string | undefined
      inputmode?: 'text' | 'email' | 'tel' | 'url' | 'numeric' | 'decimal' | undefined
      maxlength?: number | undefined
      list?: string | undefined
      /** The page opens here, such as at a row that was just added. */
      autofocus?: boolean | undefined
      /** As wide as a number. */
      short?: boolean | undefined
      /** To be copied, not to be changed. */
      readonly?: boolean | undefined
    },
) => (
  <FieldFrame {...props}>
    <input
      class={props.short ? 'kern-form-input__input kern-form-input__input--short' : 'kern-form-input__input'}
      {...bind(props)}
      type={props.type ?? 'text'}
      dir={directionOf(props)}
      value={props.value}
      autocomplete={props.autocomplete}
      inputmode={props.inputmode}
      maxlength={props.maxlength}
      list={props.list}
      autofocus={props.autofocus}
      readonly={props.readonly}
      spellcheck={props.type === 'email' || props.type === 'password' ? false : undefined}
    />
  </FieldFrame>
)

/** Words run as their own letters do, whatever the language of the page; numbers and addresses from left to right. */
const directionOf = ({ type, inputmode }: { type?: string | undefined; inputmode?: string | undefined }) =>
  (type === undefined && inputmode === undefined) || type === 'search' ? 'auto' : 'ltr'

/** A file from the device; `accept` lists the kinds that are taken. */
export const FileField = (props: FieldProps & { accept: string }) => (
  <FieldFrame {...props}>
    <input class="kern-form-input__input" {...bind(props)} type="file" accept={props.accept} />
  </FieldFrame>
)

/** A whole number, with the digits keyboard of a phone. */
export const NumberField = (
  props: FieldProps &
    Value & { min?: number | undefined; max?: number | undefined; step?: number | undefined },
) => (
  <FieldFrame {...props}>
    <input
      class="kern-form-input__input kern-form-input__input--short"
      {...bind(props)}
      type="number"
      inputmode="numeric"
      value={props.value}
      min={props.min}
      max={props.max}
      step={props.step}
    />
  </FieldFrame>
)

/** A calendar day as `2026-11-23`. */
export const DateField = (
  props: FieldProps & Value & { min?: string | undefined; max?: string | undefined },
) => (
  <FieldFrame {...props}>
    <input
      class="kern-form-input__input kern-form-input__input--short"
      {...bind(props)}
      type="date"
      value={props.value}
      min={props.min}
      max={props.max}
    />
  </FieldFrame>
)

/** A time of day as `09:30`. */
export const TimeField = (props: FieldProps & Value) => (
  <FieldFrame {...props}>
    <input
      class="kern-form-input__input kern-form-input__input--short"
      {...bind(props)}
      type="time"
      value={props.value}
    />
  </FieldFrame>
)

/** Several lines of text. */
export const TextArea = (
  props: FieldProps & Value & { rows?: number | undefined; maxlength?: number | undefined },
) => (
  <FieldFrame {...props}>
    <textarea
      class="kern-form-input__input"
      {...bind(props)}
      dir="auto"
      rows={props.rows ?? 5}
      maxlength={props.maxlength}
    >
      {props.value}
    </textarea>
  </FieldFrame>
)

/** One choice of a list; `lang` marks a choice written in another language. */
export type Option = {
  value: string
  label: string
  hint?: string | undefined
  lang?: string | undefined
  disabled?: boolean | undefined
}

/** One of many. With few choices prefer `RadioGroup`: it shows them all at once. */
export const SelectField = (
  props: FieldProps & Value & { options: Option[]; empty?: string | undefined },
) => (
  <FieldFrame {...props}>
    <select class="kern-form-input__select" {...bind(props)}>
      {props.empty !== undefined && <option value="">{props.empty}</option>}
      {props.options.map(option => (
        <option
          value={option.value}
          lang={option.lang}
          selected={option.value === String(props.value ?? '')}
          disabled={option.disabled}
        >
          {option.label}
        </option>
      ))}
    </select>
  </FieldFrame>
)
