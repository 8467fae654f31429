import {
  Button,
  Card,
  DescriptionList,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  Stack,
  TextField,
} from '../../platform/design/index.ts'
import { eurosOf } from '../../platform/web/euros.ts'
import { type FormValues, typedIn } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { type CashEntry, changeBy } from '../cash-book.ts'
import { paths } from '../paths.ts'
import { faultsOf, type Said } from './said.ts'

type Props = {
  entry: CashEntry
  isNew: boolean
  typed: FormValues | undefined
  errors: Said
  renderingKey: string
  wording: Wording
}

/** One line of the book, its receipt, and giving it back. */
export const EntryPage = ({ entry, isNew, typed, errors, renderingKey, wording }: Props) => {
  const { t, language, euros, fullDay } = wording
  const left = entry.kind === 'payment' ? entry.cents - entry.refundedCents : 0
  return (
    <Stack gap="large">
      {isNew && (
        <Notice
          tone="success"
          title={t(`fees.news.${entry.kind === 'refund' ? 'given-back' : 'paid'}`)}
          announce
        />
      )}
      <ErrorSummary title={t('fees.mend')} faults={faultsOf(errors)} />
      <DescriptionList
        items={[
          { term: t('fees.line.what'), value: t(`fees.kind.${entry.kind}`) },
          ...(entry.title ? [{ term: t('fees.field.offer'), value: <bdi>{entry.title}</bdi> }] : []),
          { term: t('fees.line.day'), value: fullDay(entry.heldOn) },
          { term: t('fees.line.amount'), value: euros(changeBy(entry)) },
          ...(entry.refundedCents > 0
            ? [{ term: t('fees.kind.refund'), value: euros(entry.refundedCents) }]
            : []),
          ...(entry.words
            ? [{ term: t('fees.field.words'), value: <span dir="auto">{entry.words}</span> }]
            : []),
        ]}
      />
      {entry.offerId && (
        <p>
          <LinkButton kind="primary" icon="print" href={paths.receipt(language, entry.id)}>
            {t('fees.receipt.open')}
          </LinkButton>
        </p>
      )}
      {left > 0 && (
        <Card title={t('fees.refund.title')}>
          <Form action={paths.entry(language, entry.id)} carry={{ renderingKey }}>
            <TextField
              name="amount"
              label={t('fees.field.amount')}
              inputmode="decimal"
              short
              value={typedIn(typed, 'amount') ?? eurosOf(left)}
              error={errors.amount}
            />
            <TextField
              name="words"
              label={t('fees.field.reason')}
              hint={t('fees.field.wordsHint')}
              maxlength={200}
              value={typedIn(typed, 'words')}
              error={errors.words}
            />
            <Button>{t('fees.refund.do')}</Button>
          </Form>
        </Card>
      )}
    </Stack>
  )
}
