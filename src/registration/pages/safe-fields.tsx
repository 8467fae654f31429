import { CheckboxField, FieldGroup, TimeField } from '../../platform/design/index.ts'
import type { FormValues } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Safety } from '../safe-contact.ts'

/** What stands in the fields, as typed or as stored. */
export type SafeValues = { neutral: boolean; hoursFrom: string; hoursUntil: string }

export const safeValuesOf = ({ neutral = false, hours }: Safety = {}): SafeValues => ({
  ...{ neutral, hoursFrom: hours?.from ?? '', hoursUntil: hours?.until ?? '' },
})

export const typedSafeValues = (typed: FormValues): SafeValues => ({
  neutral: typed.neutral === 'yes',
  hoursFrom: typeof typed.hoursFrom === 'string' ? typed.hoursFrom : '',
  hoursUntil: typeof typed.hoursUntil === 'string' ? typed.hoursUntil : '',
})

/** For families with whom somebody reads along: neutral words, and only at certain hours. */
export const SafeFields = ({
  values,
  error,
  wording: { t },
}: {
  values: SafeValues
  error?: string | undefined
  wording: Wording
}) => (
  <div class="stack stack--small">
    <CheckboxField
      name="neutral"
      label={t('registration.safe.neutral')}
      hint={t('registration.safe.neutralHint')}
      checked={values.neutral}
    />
    <FieldGroup
      name="hours"
      label={t('registration.safe.hours')}
      hint={t('registration.safe.hoursHint')}
      horizontal
    >
      <TimeField
        name="hoursFrom"
        label={t('registration.safe.from')}
        value={values.hoursFrom}
        error={error}
      />
      <TimeField name="hoursUntil" label={t('registration.safe.until')} value={values.hoursUntil} />
    </FieldGroup>
  </div>
)
