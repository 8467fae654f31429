import {
  Button,
  Card,
  CheckboxField,
  ConfirmButton,
  Form,
  Tag,
  TextArea,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { PhoneLink } from '../../reach/index.ts'
import { isOverdue, type Loan } from '../loan.ts'
import { paths } from '../paths.ts'
import { nameOf, type Thing } from '../thing.ts'

type Props = { loan: Loan; thing: Thing | undefined; today: Temporal.PlainDate; wording: Wording }

/** One loan and its next step. */
export const LoanCard = ({ loan, thing, today, wording }: Props) => {
  const { t, language, dayAndMonth, euros, number } = wording
  const { id, pieces, called, wants, fromOn, dueOn, state, depositCents } = loan
  return (
    <Card title={<bdi>{thing && nameOf(thing, language)}</bdi>}>
      <p>
        <bdi>{called}</bdi>
        {'phone' in wants && (
          <>
            {' · '}
            <PhoneLink {...wants} />
          </>
        )}
        {'email' in wants && (
          <>
            {' · '}
            <bdi>{wants.email}</bdi>
          </>
        )}
        <br />
        {pieces > 1 && `${number(pieces)} × · `}
        {dayAndMonth(fromOn)} – {dayAndMonth(dueOn)}{' '}
        {isOverdue(loan, today) && (
          <Tag
            tone="danger"
            label={t('lending.desk.overdueBy', { count: dueOn.until(today, { largestUnit: 'day' }).days })}
          />
        )}
        {depositCents > 0 && (
          <>
            <br />
            {t('lending.public.deposit', { amount: euros(depositCents) })}
            {state === 'lent' && `: ${t(loan.depositTaken ? 'lending.desk.taken' : 'lending.desk.notTaken')}`}
          </>
        )}
      </p>
      <NextStep {...{ loan, wording }} />
      {(state === 'asked' || state === 'promised') && (
        <details>
          <summary>{t('lending.desk.decline')}</summary>
          <Form action={paths.step(language, id, 'decline')}>
            <TextArea
              name="reason"
              id={`reason-${id}`}
              label={t('lending.desk.reason')}
              hint={t('lending.desk.reasonHint')}
              maxlength={500}
              rows={2}
            />
            <Button small>{t('lending.desk.decline')}</Button>
          </Form>
        </details>
      )}
    </Card>
  )
}

const NextStep = ({ loan, wording }: Pick<Props, 'loan' | 'wording'>) => {
  const { t, language } = wording
  const { id, state, depositCents, depositTaken } = loan
  if (state === 'asked')
    return (
      <ConfirmButton kind="primary" action={paths.step(language, id, 'promise')}>
        {t('lending.desk.promise')}
      </ConfirmButton>
    )
  if (state === 'promised')
    return (
      <Form action={paths.step(language, id, 'hand-out')}>
        {depositCents > 0 && (
          <CheckboxField name="depositTaken" id={`taken-${id}`} label={t('lending.field.depositTaken')} />
        )}
        <Button>{t('lending.desk.handOut')}</Button>
      </Form>
    )
  return (
    <Form action={paths.step(language, id, 'give-back')}>
      {depositTaken && (
        <CheckboxField
          name="depositReturned"
          id={`returned-${id}`}
          label={t('lending.field.depositReturned')}
        />
      )}
      <Button>{t('lending.desk.giveBack')}</Button>
    </Form>
  )
}
