import { Button, ErrorSummary, Form, Notice, TextField } from '../../platform/design/index.ts'
import type { FormProblems } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import { faultsOf } from './faults.ts'

export type ForgottenView = {
  wording: Wording
  /** In the demo no link is sent: its accounts belong to everybody. */
  isDemo: boolean
  isAsked?: boolean
  problems?: FormProblems
  email?: string | undefined
}

/** One field; and afterwards one answer, the same for every e-mail. */
export const ForgottenPage = ({ wording, isDemo, isAsked, problems = {}, email }: ForgottenView) => {
  const { t, language } = wording
  const faults = faultsOf(wording, problems)
  return (
    <>
      {isDemo && <Notice title={t('identity.forgotten.demo')} />}
      {isAsked ? (
        <>
          <Notice tone="success" title={t('identity.forgotten.asked')} announce>
            {t('identity.forgotten.askedMore')}
          </Notice>
          <p>{t('identity.forgotten.nothingCame')}</p>
        </>
      ) : (
        <>
          <p>{t('identity.forgotten.lead')}</p>
          <ErrorSummary title={t('identity.refusedTitle')} faults={faults} />
          <Form action={paths.forgotten(language)}>
            <TextField
              name="email"
              type="email"
              label={t('identity.signIn.email')}
              value={email}
              error={faults[0]?.message}
              autocomplete="username"
              required
            />
            <Button kind="primary">{t('identity.forgotten.submit')}</Button>
          </Form>
        </>
      )}
      <p>
        <a href={paths.signIn(language)}>{t('identity.forgotten.back')}</a>
      </p>
    </>
  )
}
