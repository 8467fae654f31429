import {
  Button,
  Card,
  ConfirmButton,
  ErrorSummary,
  Form,
  Notice,
  QrCode,
  Stack,
  TextField,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { SecondFactorKey } from '../account.ts'
import { paths } from '../paths.ts'

type Step =
  | { step: 'password'; isRefused?: boolean }
  | { step: 'scan'; key: SecondFactorKey }
  | { step: 'code' }
  | { step: 'passkey' }

/** Password, then picture and backup codes, then the first code. A key counts only after that code. */
export const SecondFactorPage = ({ wording, at }: { wording: Wording; at: Step }) => {
  const { t, language } = wording
  if (at.step === 'passkey')
    return (
      <>
        <Notice title={t('identity.factor.usePasskey')} />
        <ConfirmButton action={`/${language}/sign-out`} kind="primary">
          {t('identity.account.signOut')}
        </ConfirmButton>
      </>
    )
  if (at.step === 'password') return <PasswordStep wording={wording} isRefused={at.isRefused === true} />
  return (
    <Stack>
      {at.step === 'scan' && <Key wording={wording} factor={at.key} />}
      {at.step === 'code' && (
        <ErrorSummary
          title={t('identity.refusedTitle')}
          faults={[{ field: 'code', message: t('identity.factor.codeRefused') }]}
        />
      )}
      <Form action={paths.confirmSecondFactor(language)}>
        <TextField
          name="code"
          label={t('identity.factor.code')}
          inputmode="numeric"
          autocomplete="one-time-code"
          required
        />
        <Button kind="primary">{t('identity.factor.confirm')}</Button>
      </Form>
    </Stack>
  )
}

const PasswordStep = ({ wording: { t, language }, isRefused }: { wording: Wording; isRefused: boolean }) => (
  <>
    <p>{t('identity.factor.why')}</p>
    {isRefused && (
      <ErrorSummary
        title={t('identity.refusedTitle')}
        faults={[{ field: 'password', message: t('identity.factor.refused') }]}
      />
    )}
    <Form action={paths.secondFactor(language)}>
      <TextField
        name="password"
        type="password"
        label={t('identity.factor.password')}
        autocomplete="current-password"
        required
      />
      <Button kind="primary">{t('identity.factor.start')}</Button>
    </Form>
  </>
)

const Key = ({ wording: { t }, factor }: { wording: Wording; factor: SecondFactorKey }) => (
  <>
    <p>{t('identity.factor.scan')}</p>
    <QrCode text={factor.uri} label={t('identity.factor.picture')} />
    <p>
      {t('identity.factor.key')}: <code dir="ltr">{factor.key.match(/.{1,4}/g)?.join(' ')}</code>
    </p>
    <Card title={t('identity.factor.backup')} tint>
      <p>{t('identity.factor.backupLead')}</p>
      <ul>
        {factor.backupCodes.map(code => (
          <li>
            <code dir="ltr">{code}</code>
          </li>
        ))}
      </ul>
    </Card>
  </>
)
