import { Button, CheckboxField, ErrorSummary, Fold, Form, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'

/** All at once and for ever; says what stays, and asks once whether she is sure. */
export const EraseForm = ({
  action,
  isUnsure,
  wording: { t },
}: {
  action: string
  isUnsure: boolean
  wording: Wording
}) => (
  <Fold title={t('household.erase.title')} id="erase" open={isUnsure}>
    <Stack>
      <p>{t('household.erase.what')}</p>
      <p>{t('household.erase.stays')}</p>
      <ErrorSummary
        title={t('registration.join.mend')}
        faults={isUnsure ? [{ field: 'sure', message: t('household.erase.unsure') }] : []}
      />
      <Form action={action}>
        <CheckboxField
          name="sure"
          label={t('household.erase.sure')}
          error={isUnsure ? t('household.erase.unsure') : undefined}
        />
        <Button kind="danger">{t('household.erase.button')}</Button>
      </Form>
    </Stack>
  </Fold>
)
