import { Button, ErrorSummary, Form, TextField } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { shortestPassword } from '../forms.ts'
import { paths } from '../paths.ts'

export const SetUpPage = ({
  wording: { t, language },
  token,
  isRefused,
}: {
  wording: Wording
  token: string
  isRefused: boolean
}) => (
  <>
    <p>{t('identity.setUp.lead', { length: shortestPassword })}</p>
    {isRefused && (
      <ErrorSummary
        title={t('identity.refusedTitle')}
        faults={[{ field: 'password', message: t('identity.setUp.refused') }]}
      />
    )}
    <Form action={paths.setUp(language)} carry={{ token }}>
      <TextField
        name="password"
        type="password"
        label={t('identity.setUp.password')}
        autocomplete="new-password"
        required
      />
      <Button kind="primary">{t('identity.setUp.submit')}</Button>
    </Form>
  </>
)
