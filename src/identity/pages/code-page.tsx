import { Button, ErrorSummary, Form, TextField } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'

export const CodePage = ({
  wording: { t, language },
  next,
  isShared,
  isRefused,
}: {
  wording: Wording
  next: string | undefined
  isShared: boolean
  isRefused: boolean
}) => (
  <>
    <p>{t('identity.code.lead')}</p>
    {isRefused && (
      <ErrorSummary
        title={t('identity.refusedTitle')}
        faults={[{ field: 'code', message: t('identity.code.refused') }]}
      />
    )}
    <Form action={paths.code(language)} carry={{ ...(isShared && { shared: 'yes' }), ...(next && { next }) }}>
      <TextField name="code" label={t('identity.code.code')} autocomplete="one-time-code" required />
      <Button kind="primary">{t('identity.code.submit')}</Button>
    </Form>
    <p>
      <a href={paths.signIn(language, next)}>{t('identity.code.again')}</a>
    </p>
  </>
)
