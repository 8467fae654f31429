import {
  Button,
  Cluster,
  ConfirmButton,
  ErrorSummary,
  Form,
  Icon,
  LinkButton,
  Notice,
  Row,
  Rows,
  Section,
  Stack,
  TextField,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { OwnAccount } from '../account.ts'
import type { City } from '../context.ts'
import { shortestPassword } from '../forms.ts'
import { paths } from '../paths.ts'

type AccountView = {
  wording: Wording
  city: City
  account: OwnAccount
  hasRole: boolean
  lacksSecondFactor: boolean
  /** She proved a moment ago that it is she, so a passkey can be added at once. */
  isFresh: boolean
  isRefused?: boolean
  isSaved?: boolean
}

export const AccountPage = ({ wording, account, hasRole, lacksSecondFactor, ...view }: AccountView) => {
  const { t, language } = wording
  const { city, isFresh, isRefused, isSaved } = view
  return (
    <Stack gap="large">
      {isSaved && <Notice tone="success" title={t('identity.account.saved')} announce />}
      {!hasRole && (
        <Notice title={t(lacksSecondFactor ? 'identity.factor.why' : 'identity.account.noRole')} />
      )}
      {account.isDemo ? (
        <Notice title={t('identity.account.demo')} />
      ) : (
        <>
          <SecondFactor wording={wording} account={account} />
          <Passkeys {...{ wording, city, account, isFresh }} />
          <ChangePassword wording={wording} isRefused={isRefused} />
        </>
      )}
      {!hasRole && (
        <ConfirmButton action={`/${language}/sign-out`} icon="leave">
          {t('identity.account.signOut')}
        </ConfirmButton>
      )}
    </Stack>
  )
}

const SecondFactor = ({ wording: { t, language }, account }: Pick<AccountView, 'wording' | 'account'>) => (
  <Section title={t('identity.account.factorTitle')}>
    <Stack gap="small">
      <p>{account.usesCodes ? t('identity.account.factorOn') : t('identity.account.factorOff')}</p>
      {!account.usesCodes && (
        <Cluster>
          <LinkButton href={paths.secondFactor(language)} kind="primary">
            {t('identity.account.factorSetUp')}
          </LinkButton>
        </Cluster>
      )}
    </Stack>
  </Section>
)

const Passkeys = ({
  wording,
  city,
  account,
  isFresh,
}: Pick<AccountView, 'wording' | 'city' | 'account' | 'isFresh'>) => {
  const { t, language } = wording
  const dayOf = (moment: Temporal.Instant) =>
    wording.fullDay(moment.toZonedDateTimeISO(city.timeZone).toPlainDate())
  return (
    <Section title={t('identity.account.passkeys')}>
      <Stack gap="small">
        <p>{t('identity.account.passkeysLead')}</p>
        {account.passkeys.length === 0 && <p class="muted">{t('identity.account.passkeyNone')}</p>}
        <Rows>
          {account.passkeys.map(({ id, madeAt }) => (
            <Row
              start={<Icon name="check" />}
              title={t('identity.account.passkeySince', { day: dayOf(madeAt) })}
              action={
                <ConfirmButton action={paths.endPasskey(language)} fields={{ id }} kind="quiet" small>
                  {t('identity.account.passkeyEnd')}
                </ConfirmButton>
              }
            />
          ))}
        </Rows>
        {isFresh ? (
          <passkey-button
            data-does="register"
            data-label={t('identity.account.passkeyAdd')}
            data-failed={t('identity.account.passkeyFailed')}
            data-next={paths.account(language)}
          />
        ) : (
          <Cluster>
            <LinkButton href={paths.confirm(language, paths.account(language))}>
              {t('identity.account.passkeyAdd')}
            </LinkButton>
          </Cluster>
        )}
      </Stack>
    </Section>
  )
}

const ChangePassword = ({
  wording: { t, language },
  isRefused,
}: {
  wording: Wording
  isRefused: boolean | undefined
}) => (
  <Section title={t('identity.account.passwordTitle')}>
    {isRefused && (
      <ErrorSummary
        title={t('identity.refusedTitle')}
        faults={[{ field: 'current', message: t('identity.account.refused') }]}
      />
    )}
    <Form action={paths.password(language)}>
      <TextField
        name="current"
        type="password"
        label={t('identity.account.current')}
        autocomplete="current-password"
        required
      />
      <TextField
        name="new"
        type="password"
        label={t('identity.account.new')}
        hint={t('identity.account.newHint', { length: shortestPassword })}
        autocomplete="new-password"
        required
      />
      <Button>{t('identity.account.save')}</Button>
    </Form>
  </Section>
)
