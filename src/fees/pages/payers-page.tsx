import {
  Board,
  Button,
  Card,
  ConfirmButton,
  ErrorSummary,
  Form,
  Notice,
  SelectField,
  Stack,
  TextField,
} from '../../platform/design/index.ts'
import { eurosOf } from '../../platform/web/euros.ts'
import { type FormValues, typedIn } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { CashEntry } from '../cash-book.ts'
import { centsAt, levelsOf, openOf } from '../fee.ts'
import { paths } from '../paths.ts'
import type { Payer } from '../read-fees.ts'
import { faultsOf, type Said } from './said.ts'

export const payerNews = ['paid', 'noted'] as const

type Props = {
  families: readonly Payer[]
  payments: readonly CashEntry[]
  news: (typeof payerNews)[number] | undefined
  sent: { registrationId: string; typed: FormValues; errors: Said } | undefined
  keyFor: () => string
  wording: Wording
}

/** Who has a place, what is open, and one button for what is brought. Nobody else sees who pays less. */
export const PayersPage = (props: Props) => {
  const { families, payments, news, sent, wording } = props
  const { t, language } = wording
  return (
    <Stack gap="large">
      {news && <Notice tone="success" title={t(`fees.news.${news}`)} announce />}
      <ErrorSummary
        title={t('fees.mend')}
        faults={faultsOf(sent?.errors ?? {}, {
          ...{ amount: `amount-${sent?.registrationId}`, level: `level-${sent?.registrationId}` },
        })}
      />
      <p>{t('fees.payers.quietly')}</p>
      <Board>
        {families.map(family => (
          <Family {...{ ...props, family }} />
        ))}
      </Board>
      {payments.length > 0 && (
        <p>
          {t('fees.payers.receipts')}{' '}
          {payments.map(({ id, number }, index) => (
            <>
              {index > 0 && ', '}
              <a href={paths.entry(language, id)}>{t('fees.line.open', { number })}</a>
            </>
          ))}
        </p>
      )}
    </Stack>
  )
}

const Family = ({ family, sent, keyFor, wording }: Props & { family: Payer }) => {
  const { t, language, euros } = wording
  const mine = sent?.registrationId === family.id ? sent : undefined
  const open = openOf(family)
  return (
    <Card title={<bdi>{family.called}</bdi>}>
      <p>
        {t('fees.payers.due', { due: euros(family.dueCents), paid: euros(family.paidCents) })}
        {open === 0 && ` · ${t('fees.payers.settled')}`}
      </p>
      {open > 0 && (
        <ConfirmButton
          small
          kind="primary"
          action={paths.pay(language, family.id)}
          fields={{ amount: eurosOf(open), renderingKey: keyFor() }}
        >
          {t('fees.payers.took', { amount: euros(open) })}
          <span class="kern-sr-only"> – {family.called}</span>
        </ConfirmButton>
      )}
      <details open={mine !== undefined}>
        <summary>{t('fees.payers.more')}</summary>
        <Form action={paths.pay(language, family.id)} carry={{ renderingKey: keyFor() }}>
          <TextField
            name="amount"
            id={`amount-${family.id}`}
            label={t('fees.field.otherAmount')}
            inputmode="decimal"
            short
            value={typedIn(mine?.typed, 'amount')}
            error={mine?.errors.amount}
          />
          <Button small>{t('fees.take.do')}</Button>
        </Form>
        <Form action={paths.level(language, family.id)}>
          <SelectField
            name="level"
            id={`level-${family.id}`}
            label={t('fees.field.level')}
            hint={t('fees.field.levelHint')}
            value={family.level}
            options={levelsOf(family).map(value => ({
              ...{ value, label: t(`fees.short.${value}`, { amount: euros(centsAt(value, family)) }) },
            }))}
          />
          <Button small>{t('fees.payers.note')}</Button>
        </Form>
        <p>
          <a href={paths.confirmation(language, family.id)}>{t('fees.confirmation.open')}</a>
        </p>
      </details>
    </Card>
  )
}
