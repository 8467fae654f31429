import { Button, ErrorSummary, Form, TextField } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'

/** For families who have their registration as a code on paper. */
export const CodePage = ({
  wording,
  error,
  typed,
}: {
  wording: Wording
  error?: string | undefined
  typed?: string
}) => {
  const { t } = wording
  return (
    <div class="stack">
      <h1>{t('registration.code.title')}</h1>
      <ErrorSummary
        title={t('registration.join.mend')}
        faults={error ? [{ field: 'code', message: error }] : []}
      />
      <Form action={paths.findByCode(wording.language)}>
        <TextField
          name="code"
          label={t('registration.code.label')}
          hint={t('registration.code.hint')}
          value={typed}
          error={error}
          autocomplete="off"
          maxlength={20}
        />
        <Button kind="primary">{t('registration.code.open')}</Button>
      </Form>
    </div>
  )
}
