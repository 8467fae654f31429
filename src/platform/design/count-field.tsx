import { bind, FieldError, type FieldProps, idOf } from './field.tsx'

/**
 * How many of something, made for one thumb: a number field that works by itself and gets big − and + buttons
 * from `count-stepper.js`. `less` and `more` are those buttons' full names, e.g. "Babys: eins weniger".
 */
export const CountField = (
  props: FieldProps & {
    value: number
    min?: number | undefined
    max?: number | undefined
    less: string
    more: string
    /** Marked in sun: the count that is asked for besides, such as "here for the first time". */
    marked?: boolean | undefined
  },
) => (
  <div class={props.marked ? 'counter counter--sun' : 'counter'}>
    <label for={idOf(props)}>
      {props.label}
      {props.hint && <small>{props.hint}</small>}
    </label>
    <count-stepper less={props.less} more={props.more}>
      <input
        {...bind({ ...props, hint: undefined })}
        type="number"
        inputmode="numeric"
        min={props.min ?? 0}
        max={props.max ?? 999}
        value={props.value}
      />
    </count-stepper>
    <FieldError {...props} />
  </div>
)

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'count-stepper': { less: string; more: string; children?: unknown }
    }
  }
}
