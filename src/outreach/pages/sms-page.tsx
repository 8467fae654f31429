import {
  Board,
  Button,
  Card,
  DataTable,
  ErrorSummary,
  Form,
  Notice,
  Stack,
  TextField,
} from '../../platform/design/index.ts'
import { eurosOf } from '../../platform/web/euros.ts'
import { type FormValues, typedIn } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import type { SmsCosts } from '../sms-limit.ts'

type Props = {
  costs: readonly SmsCosts[]
  thisMonth: Temporal.PlainDate
  isNew: boolean
  /** What was typed for one provider and cannot be taken. */
  sent: { providerId: string; typed: FormValues } | undefined
  wording: Wording
}

/** What the SMS of each provider cost, and may cost at most. */
export const SmsPage = ({ costs, thisMonth, isNew, sent, wording }: Props) => {
  const { t } = wording
  return (
    <Stack gap="large">
      {isNew && <Notice tone="success" title={t('outreach.sms.cost.set')} announce />}
      <ErrorSummary
        title={t('outreach.sms.cost.mend')}
        faults={sent ? [{ field: fieldOf(sent.providerId), message: t('outreach.sms.cost.amount') }] : []}
      />
      <p>{t('outreach.sms.cost.about')}</p>
      <Board>
        {costs.map(each => (
          <Provider
            {...{ each, thisMonth, wording }}
            sent={sent?.providerId === each.providerId ? sent : undefined}
          />
        ))}
      </Board>
    </Stack>
  )
}

type Single = Pick<Props, 'thisMonth' | 'sent' | 'wording'> & { each: SmsCosts }

const Provider = ({ each: { providerId, name, limit, months }, thisMonth, sent, wording }: Single) => {
  const { t, euros, number, month, language } = wording
  const used = months.find(one => one.month.equals(thisMonth))?.cents ?? 0
  return (
    <Card title={<bdi>{name}</bdi>}>
      {used + dearestSms > limit && <Notice tone="warning" title={t('outreach.sms.cost.used')} />}
      {months.length === 0 ? (
        <p>{t('outreach.sms.cost.none')}</p>
      ) : (
        <DataTable
          caption={t('outreach.sms.cost.title')}
          captionHidden
          columns={[
            { label: t('outreach.sms.cost.month'), cell: row => month(row.month) },
            { label: t('outreach.sms.cost.messages'), cell: row => number(row.messages), numeric: true },
            { label: t('outreach.sms.cost.cents'), cell: row => euros(row.cents), numeric: true },
          ]}
          rows={[...months]}
        />
      )}
      <Form action={paths.sms(language)} carry={{ provider: providerId }}>
        <TextField
          name="limit"
          id={fieldOf(providerId)}
          label={t('outreach.sms.cost.limit')}
          inputmode="decimal"
          short
          value={typedIn(sent?.typed, 'limit') ?? eurosOf(limit)}
          error={sent && t('outreach.sms.cost.amount')}
        />
        <Button>{t('outreach.sms.cost.keep')}</Button>
      </Form>
    </Card>
  )
}

const fieldOf = (providerId: string) => `limit-${providerId}`

/** When less is left, some SMS cannot go any more: two parts at eight cents. */
const dearestSms = 16
