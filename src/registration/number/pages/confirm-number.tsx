import { Button, Cluster, Form, Section, Stack, TextField } from '../../../platform/design/index.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import { glimpseOf } from '../../pages/glimpse.ts'
import type { Registration } from '../../registration.ts'
import type { NumberFault } from '../number-routes.tsx'

type Props = { registration: Registration; action: string; fault: NumberFault | undefined; wording: Wording }

/** Where the digits that came by SMS are typed. Telephones offer to fill them in by themselves. */
export const ConfirmNumber = ({ registration, action, fault, wording: { t } }: Props) => (
  <Section title={t('registration.number.title')}>
    <Stack>
      <p>{t('registration.number.how', { contact: glimpseOf(registration.household.contact) })}</p>
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
    </Stack>
  </Section>
)
