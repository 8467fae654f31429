import { CodeOnPaper } from '../../../codes/index.ts'
import {
  Button,
  ConfirmButton,
  ErrorSummary,
  Form,
  Icon,
  LoneLink,
  Notice,
  QrCode,
  Row,
  Rows,
  Stack,
  TextField,
} from '../../../platform/design/index.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import { paths } from '../../paths.ts'
import type { Registration } from '../../registration.ts'
import type { Guardian } from '../../store/guardians.ts'

type Props = {
  registration: Registration
  guardians: readonly Guardian[]
  /** A name that has to be mended. */
  typed: string | undefined
  isShutOut: boolean
  wording: Wording
}

/** Who else sees a registration; keys are given and taken here alone. */
export const GuardiansPage = ({ registration, guardians, typed, isShutOut, wording }: Props) => {
  const { t, language } = wording
  const address = paths.act(language, registration.id, 'guardians')
  const error = typed === undefined ? undefined : t('registration.problem.name')
  return (
    <Stack gap="large">
      <LoneLink href={paths.list(language, registration.intakeId)}>{t('registration.paper.back')}</LoneLink>
      {isShutOut && <Notice announce tone="success" title={t('registration.guardians.shutOutDone')} />}
      <ErrorSummary
        title={t('registration.join.mend')}
        faults={error ? [{ field: 'called', message: error }] : []}
      />
      <p>
        {t('registration.guardians.of')} <bdi>{registration.household.called}</bdi>
      </p>
      <p>{t('registration.guardians.means')}</p>
      {guardians.length > 0 && (
        <Rows>
          {guardians.map(({ id, called, addedAt }) => (
            <Row
              start={<Icon name="people" />}
              title={<bdi>{called}</bdi>}
              note={t('registration.guardians.since', { when: wording.moment(addedAt) })}
              action={
                <ConfirmButton small action={`${address}/shut-out`} fields={{ guardian: id }}>
                  {t('registration.guardians.shutOut')}
                  <span class="kern-sr-only">: {called}</span>
                </ConfirmButton>
              }
            />
          ))}
        </Rows>
      )}
      <Form action={address}>
        <TextField
          name="called"
          label={t('registration.guardians.called')}
          hint={t('registration.guardians.calledHint')}
          value={typed}
          error={error}
          autocomplete="off"
          maxlength={80}
        />
        <Button kind="primary">{t('registration.guardians.add')}</Button>
      </Form>
    </Stack>
  )
}

/** Link and code, this once: only their hashes are kept. */
export const GuardianMadePage = ({
  called,
  address,
  code,
  back,
  wording: { t },
}: {
  called: string
  address: string
  code: string
  back: string
  wording: Wording
}) => (
  <Stack>
    <Notice announce tone="success" title={t('registration.guardians.made', { name: called })}>
      {t('registration.guardians.once')}
    </Notice>
    <CodeOnPaper code={code} title={t('registration.code.label')} use={t('registration.guardians.codeUse')} />
    <QrCode text={address} label={t('registration.closedGroup.picture')} />
    <p>
      <a href={address} class="number">
        <bdi dir="ltr">{address}</bdi>
      </a>
    </p>
    <LoneLink href={back}>{t('registration.change.back')}</LoneLink>
  </Stack>
)
