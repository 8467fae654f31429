import { CheckboxField, TextField } from '../../../platform/design/index.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import type { Priority } from '../place-rules.ts'

type Props = {
  wording: Wording
  priority: Priority
  values: { comesFirst: boolean; word: string }
  errors: Record<string, string>
  /** Staff tick what they know; a family writes the word it was told. */
  byStaff?: boolean
}

/** The one question that the rule of an offer needs; none where everybody is the same. */
export const ComesAsField = ({ wording: { t }, priority, values, errors, byStaff }: Props) => {
  if (priority === 'first-come') return null
  if (priority === 'referred' && !byStaff)
    return (
      <TextField
        name="word"
        label={t('registration.rules.asks.word')}
        hint={t('registration.rules.asks.wordHint')}
        value={values.word}
        error={errors.word}
        autocomplete="off"
        maxlength={40}
      />
    )
  return (
    <CheckboxField
      name="comesFirst"
      label={t(`registration.rules.asks.${priority}`)}
      hint={t('registration.rules.asks.hint')}
      checked={values.comesFirst}
    />
  )
}
