import {
  Button,
  Card,
  ConfirmButton,
  DateField,
  Form,
  Icon,
  Row,
  Rows,
  Stack,
  Tag,
} from '../../platform/design/index.ts'
import { typedIn } from '../../platform/web/form.ts'
import { agreementState } from '../due.ts'
import type { Agreement } from '../partner.ts'
import { paths } from '../paths.ts'
import type { PartnerPageProps } from './partner-page.tsx'

type Props = Pick<PartnerPageProps, 'partner' | 'agreements' | 'typed' | 'errors' | 'today' | 'wording'>

/** What was signed with a partner, and the next agreement. */
export const AgreementCard = ({ partner, agreements, typed, errors, today, wording }: Props) => {
  const { t, language, fullDay } = wording
  const field = (name: keyof Omit<Agreement, 'id'>) => ({
    ...{ name, label: t(`network.agreement.${name}`) },
    ...{ value: typedIn(typed, name), error: errors[name] },
  })
  return (
    <Card title={t('network.agreement.title')}>
      <Stack>
        {agreements.length === 0 && <p>{t('network.agreement.unsigned')}</p>}
        <Rows>
          {agreements.map(({ id, from, until, signedOn }) => (
            <Row
              start={<Icon name="registration" />}
              title={t('network.agreement.span', { from: fullDay(from), until: fullDay(until) })}
              note={
                <>
                  {t('network.agreement.signed', { day: fullDay(signedOn) })}{' '}
                  {agreementState(until, today) === 'running-out' && (
                    <Tag tone="warning" label={t('network.agreement.soon')} />
                  )}
                </>
              }
              action={
                <ConfirmButton action={paths.withdraw(language, partner.id, id)} kind="quiet" small>
                  {t('network.takeOut')}
                  <span class="kern-sr-only"> {fullDay(until)}</span>
                </ConfirmButton>
              }
            />
          ))}
        </Rows>
        <Form action={paths.sign(language, partner.id)} label={t('network.agreement.add')}>
          <DateField {...field('signedOn')} />
          <DateField {...field('from')} />
          <DateField {...field('until')} />
          <Button>{t('network.agreement.add')}</Button>
        </Form>
      </Stack>
    </Card>
  )
}
