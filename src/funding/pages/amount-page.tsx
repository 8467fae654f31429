import {
  Button,
  CheckboxField,
  ErrorSummary,
  Form,
  Notice,
  Stack,
  TextField,
} from '../../platform/design/index.ts'
import { eurosOf } from '../../platform/web/euros.ts'
import type { FormProblems, FormValues } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Figure } from '../money.ts'
import { paths } from '../paths.ts'
import { faultsOf } from './faults.ts'

export type AmountView = {
  wording: Wording
  action: string
  amount: Figure & { cents: number; closedOn: Temporal.PlainDate | null }
  problems?: FormProblems | undefined
  values?: FormValues | undefined
}

/** Corrects one amount, and says who says so. */
export const AmountPage = ({ wording, action, amount, problems = {}, values }: AmountView) => {
  const { t, language, fullDay, euros } = wording
  const faults = faultsOf(wording, problems)
  const value = (name: 'cents' | 'source', before: string) => String(values?.[name] ?? before)
  const fault = (name: string) => faults.find(({ field }) => field === name)?.message
  return (
    <Stack>
      <ErrorSummary title={t('funding.fault.title')} faults={faults} />
      {amount.closedOn ? (
        <Notice tone="warning" title={t('funding.staff.isClosed')}>
          <p>
            {t('funding.staff.isClosedHelp', { amount: euros(amount.cents), day: fullDay(amount.closedOn) })}
          </p>
        </Notice>
      ) : (
        <Form action={action}>
          <TextField
            name="cents"
            label={t('funding.staff.amount')}
            hint={t('funding.staff.amountHint')}
            inputmode="decimal"
            value={value('cents', eurosOf(amount.cents))}
            error={fault('cents')}
            required
          />
          <SourceFields
            {...{ wording, fault }}
            source={value('source', amount.source)}
            isExample={values ? values.isExample === 'yes' : amount.isExample}
          />
          <Button kind="primary">{t('funding.staff.save')}</Button>
        </Form>
      )}
      <p>
        <a href={paths.staff(language)}>{t('funding.staff.back')}</a>
      </p>
    </Stack>
  )
}

/** Who says so, and whether it is made up. */
export const SourceFields = ({
  wording: { t },
  source,
  isExample,
  fault,
}: {
  wording: Wording
  source: string
  isExample: boolean
  fault: (name: string) => string | undefined
}) => (
  <>
    <TextField
      name="source"
      label={t('funding.staff.source')}
      hint={t('funding.staff.sourceHint')}
      value={source}
      error={fault('source')}
      maxlength={400}
      required
    />
    <CheckboxField name="isExample" label={t('funding.staff.isExample')} checked={isExample} />
  </>
)
