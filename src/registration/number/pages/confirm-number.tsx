import { Button, Cluster, Form, Notice, Section, Stack, TextField } from '../../../platform/design/index.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import { glimpseOf } from '../../pages/glimpse.ts'
import type { Registration } from '../../registration.ts'
import type { NumberFault } from '../number-routes.tsx'

type Props = {
  registration: Registration
  action: string
  fault: NumberFault | undefined
  /** False when none could be sent, or its time is over. */
  isCodeSent: boolean
  wording: Wording
}

/** Where the digits that came by SMS are typed, or how to get some. */
export const ConfirmNumber = ({ registration, isCodeSent, wording, ...props }: Props) => {
  const { t } = wording
  const contact = glimpseOf(registration.household.contact)
  return (
    <Section title={t('registration.number.title')}>
      <Stack>
        <p>{t(isCodeSent ? 'registration.number.how' : 'registration.number.noCode', { contact })}</p>
        {isCodeSent ? <TypeCode {...props} wording={wording} /> : <AskForCode {...props} wording={wording} />}
      </Stack>
    </Section>
  )
}

type FormProps = Pick<Props, 'action' | 'fault' | 'wording'>

/** Telephones offer to fill the digits in by themselves. */
const TypeCode = ({ action, fault, wording: { t } }: FormProps) => (
  <Form action={action}>
    <TextField
      name="code"
      id="number-code"
      label={t('registration.number.code')}
      error={fault && t(`registration.problem.${fault}`)}
      inputmode="numeric"
      autocomplete="one-time-code"
      maxlength={12}
      autofocus={fault !== undefined}
      short
    />
    <Cluster>
      <Button kind="primary">{t('registration.number.confirm')}</Button>
      <Button kind="quiet" name="do" value="send">
        {t('registration.number.again')}
      </Button>
    </Cluster>
  </Form>
)

const AskForCode = ({ action, fault, wording: { t } }: FormProps) => (
  <>
    {fault && <Notice announce tone="warning" title={t(`registration.problem.${fault}`)} />}
    <Form action={action} carry={{ do: 'send' }}>
      <Button>{t('registration.number.send')}</Button>
    </Form>
  </>
)
