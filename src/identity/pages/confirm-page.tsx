import { Button, ErrorSummary, Form, Notice, TextField } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { OwnAccount } from '../account.ts'
import { demoPassword } from '../demo-accounts.ts'

/** Named so that they meet no field of the form that is kept. */
export const passwordField = 'confirm-password'
export const codeField = 'confirm-code'

type ConfirmView = {
  wording: Wording
  account: OwnAccount
  action: string
  /** What is sent along unseen: where she wanted to go, or all that she had filled in. */
  carry: [string, string][]
  next: string
  isRefused?: boolean
  /** She had already sent a form; it is done once she has confirmed. */
  isInterrupted?: boolean
}

export const ConfirmPage = ({ wording: { t }, account, action, carry, next, ...view }: ConfirmView) => (
  <>
    <p>{t('identity.confirm.lead')}</p>
    {view.isRefused ? (
      <ErrorSummary
        title={t('identity.refusedTitle')}
        faults={[{ field: passwordField, message: t('identity.confirm.refused') }]}
      />
    ) : (
      view.isInterrupted && <Notice title={t('identity.confirm.kept')} announce />
    )}
    {account.isDemo && (
      <p>
        {t('identity.confirm.demo')} <code dir="ltr">{demoPassword}</code>
      </p>
    )}
    <Form action={action}>
      {carry.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <TextField
        name={passwordField}
        type="password"
        label={t('identity.signIn.password')}
        autocomplete="current-password"
        required
      />
      {account.usesCodes && (
        <TextField
          name={codeField}
          label={t('identity.confirm.code')}
          hint={t('identity.confirm.codeHint')}
          autocomplete="one-time-code"
          required
        />
      )}
      <Button kind="primary">{t('identity.confirm.submit')}</Button>
    </Form>
    {account.passkeys.length > 0 && (
      <passkey-button
        data-does="sign-in"
        data-label={t('identity.confirm.passkey')}
        data-failed={t('identity.signIn.passkeyFailed')}
        data-next={next}
      />
    )}
  </>
)
