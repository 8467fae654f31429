import {
  Button,
  ErrorSummary,
  Form,
  LoneLink,
  Notice,
  RadioGroup,
  Stack,
} from '../../../platform/design/index.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import { paths } from '../../paths.ts'
import type { ManagedOffer } from '../../store/offers.ts'
import { reminderHours } from '../../store/reminders.ts'

type Props = { offer: ManagedOffer; wording: Wording; isSaved: boolean; isUnreadable: boolean }

/** How early the families that have a place are reminded. */
export const ReminderPage = ({ offer, wording, isSaved, isUnreadable }: Props) => {
  const { t, language } = wording
  const error = isUnreadable ? t('registration.reminder.choose') : undefined
  return (
    <Stack gap="large">
      <LoneLink href={paths.staffOffer(language, offer.slug)}>{t('registration.rules.toOffer')}</LoneLink>
      {isSaved && <Notice announce tone="success" title={t('registration.reminder.saved')} />}
      <ErrorSummary
        title={t('registration.join.mend')}
        faults={error ? [{ field: 'hours', message: error }] : []}
      />
      <p>{t('registration.reminder.about')}</p>
      <Form action={paths.reminder(language, offer.slug)}>
        <RadioGroup
          name="hours"
          label={t('registration.reminder.label')}
          value={String(offer.reminderHours)}
          error={error}
          options={reminderHours.map(hours => ({
            value: String(hours),
            label: t(`registration.reminder.hours.${hours}`),
          }))}
        />
        <Button kind="primary">{t('registration.reminder.save')}</Button>
      </Form>
    </Stack>
  )
}
