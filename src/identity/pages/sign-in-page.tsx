import {
  Button,
  Card,
  CheckboxField,
  ConfirmButton,
  ErrorSummary,
  Form,
  Icon,
  type IconName,
  Notice,
  Row,
  Rows,
  TextField,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Role } from '../actor.ts'
import { type DemoSignIn, demoPassword } from '../demo-accounts.ts'
import { paths } from '../paths.ts'

export const SignInPage = ({
  wording: { t, language },
  email,
  isShared,
  next,
  isRefused,
  isSetUp,
  demoSignIns,
}: {
  wording: Wording
  email: string
  /** She said that others use this device too. */
  isShared: boolean
  next: string | undefined
  isRefused: boolean
  /** She has just chosen her first password. */
  isSetUp: boolean
  demoSignIns: DemoSignIn[]
}) => (
  <>
    {isSetUp && <Notice tone="success" title={t('identity.setUp.done')} announce />}
    <p>{t('identity.signIn.lead')}</p>
    {isRefused && (
      <ErrorSummary
        title={t('identity.refusedTitle')}
        faults={[{ field: 'email', message: t('identity.signIn.refused') }]}
      />
    )}
    <Form action={paths.signIn(language)} carry={next ? { next } : {}}>
      <TextField
        name="email"
        type="email"
        label={t('identity.signIn.email')}
        value={email}
        autocomplete="username"
        required
      />
      <TextField
        name="password"
        type="password"
        label={t('identity.signIn.password')}
        autocomplete="current-password"
        required
      />
      <CheckboxField
        name="shared"
        label={t('identity.signIn.shared')}
        hint={t('identity.signIn.sharedHint')}
        checked={isShared}
      />
      <Button kind="primary">{t('identity.signIn.submit')}</Button>
    </Form>
    <p>
      <a href={paths.forgotten(language)}>{t('identity.signIn.forgotten')}</a>
    </p>
    <passkey-button
      data-does="sign-in"
      data-label={t('identity.signIn.passkey')}
      data-failed={t('identity.signIn.passkeyFailed')}
      data-next={next ?? paths.signIn(language)}
    />
    {demoSignIns.length > 0 && (
      <Card title={t('identity.signIn.demoTitle')} tint>
        <p>
          {t('identity.signIn.demoLead')} <code dir="ltr">{demoPassword}</code>
        </p>
        <Rows>
          {demoSignIns.map(({ role, at, email }) => (
            <Row
              start={<Icon name={icons[role]} />}
              title={t(`app.role.${role}`)}
              note={
                <>
                  <bdi>{at}</bdi> · <bdi>{email}</bdi>
                </>
              }
              action={
                <ConfirmButton
                  action={paths.demoSignIn(language)}
                  fields={next ? { email, next } : { email }}
                  small
                >
                  {t('identity.signIn.demoEnter')}
                  <span class="kern-sr-only">
                    : {t(`app.role.${role}`)}, <bdi>{at}</bdi>
                  </span>
                </ConfirmButton>
              }
            />
          ))}
        </Rows>
      </Card>
    )}
  </>
)

const icons: Record<Role, IconName> = {
  administrator: 'settings',
  'city-office': 'chart',
  'provider-manager': 'people',
  'centre-lead': 'centre',
  'course-leader': 'course',
}

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      /** Makes itself a button where the browser knows passkeys; without a script nothing is missing. */
      'passkey-button': {
        'data-does': 'sign-in' | 'register'
        'data-label': string
        'data-failed': string
        'data-next': string
      }
    }
  }
}
