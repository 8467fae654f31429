import { FieldGroup } from './choice-fields.tsx'
import type { FieldProps } from './field.tsx'
import { type Option, SelectField, TextField } from './fields.tsx'

/** One half of a month: its own name, label, value and fault. */
type Part = {
  name: string
  id?: string | undefined
  label: string
  value?: string | number | undefined
  error?: string | undefined
}

/**
 * A month such as a birth month, as a list of months and a year: not every browser draws `type="month"`, and
 * nobody needs the day. The year is text, because a number field refuses the digits of an Arabic keyboard. An error
 * link to the group lands on the month.
 */
export const MonthField = ({
  month,
  year,
  months,
  empty,
  ...group
}: FieldProps & {
  month: Part
  year: Part
  months: Option[]
  /** What stands in the list before a month is chosen. */
  empty: string
}) => (
  <FieldGroup {...group}>
    <div class="month">
      <SelectField {...month} id={group.id ?? group.name} options={months} empty={empty} />
      <TextField {...year} inputmode="numeric" maxlength={4} autocomplete="off" />
    </div>
  </FieldGroup>
)
