import { Button, ErrorSummary, Form, TextField } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { shortestPassword } from '../forms.ts'
import { paths } from '../paths.ts'

export const SetUpPage = ({
  wording: { t, language },
  token,
  problem,
}: {
  wording: Wording
  token: string
  /** What is wrong: the password, or the link. */
  problem: 'length' | 'refused' | undefined
}) => (
  <>
    <p>{t('identity.setUp.lead', { length: shortestPassword })}</p>
    {problem && (
      <ErrorSummary
        title={t('identity.refusedTitle')}
        faults={[
          { field: 'password', message: t(`identity.setUp.${problem}`, { length: shortestPassword }) },
        ]}
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
