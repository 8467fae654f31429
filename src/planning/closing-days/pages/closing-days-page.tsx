import { daysInWords } from '../../../centres/index.ts'
import {
  Button,
  ConfirmButton,
  DataTable,
  DateField,
  EmptyState,
  ErrorSummary,
  Form,
  Notice,
  Section,
  SelectField,
  Stack,
} from '../../../platform/design/index.ts'
import { faultsOf, fieldsOf, type StepProps } from '../../plan/pages/plan-fields.ts'
import { closingReasons } from '../../series/series.ts'
import { staffPaths } from '../../staff-paths.ts'
import type { StoredClosing } from '../store.ts'

type Props = StepProps & {
  centre: { slug: string; name: string }
  partners: readonly { id: string; name: string }[]
  closings: StoredClosing[]
  overlaps: boolean
}

/** The days on which the centre, or a partner whose days its offers follow, is closed. */
export const ClosingDaysPage = ({ centre, partners, closings, overlaps, ...props }: Props) => {
  const { wording, problems } = props
  const { t, language } = wording
  const { text } = fieldsOf(props)
  return (
    <Stack gap="large">
      <ErrorSummary title={t('programme.staff.faults')} faults={faultsOf({ wording, problems })} />
      {overlaps && <Notice announce tone="danger" title={t('programme.staff.closing.overlaps')} />}
      <p class="lead">{t('programme.staff.closing.lead')}</p>
      {closings.length === 0 ? (
        <EmptyState icon="calendar" title={t('programme.staff.closing.none')} />
      ) : (
        <DataTable
          caption={t('programme.staff.closing.title')}
          rows={closings}
          columns={[
            { label: t('programme.staff.closing.days'), cell: closing => daysInWords(closing, wording) },
            {
              label: t('programme.staff.closing.who'),
              cell: ({ partner }) => <bdi>{partner ?? centre.name}</bdi>,
            },
            {
              label: t('programme.staff.closing.reason'),
              cell: ({ reason }) => t(`centres.closing.reason.${reason}`),
            },
            {
              label: t('programme.staff.offer.whatToDo'),
              cell: closing => (
                <ConfirmButton small kind="quiet" action={staffPaths.openAgain(language, closing.id)}>
                  {t('programme.staff.closing.remove')}
                  <span class="kern-sr-only">, {daysInWords(closing, wording)}</span>
                </ConfirmButton>
              ),
            },
          ]}
        />
      )}
      <Section title={t('programme.staff.closing.add')}>
        <Form action={staffPaths.closingDays(language, centre.slug)}>
          <div class="fields">
            <DateField {...text('firstOn')} label={t('programme.staff.field.firstOn')} />
            <DateField
              {...text('lastOn')}
              label={t('programme.staff.field.lastOn')}
              optional={t('programme.staff.optional')}
            />
          </div>
          <SelectField
            {...text('reason')}
            label={t('programme.staff.closing.reason')}
            options={closingReasons.map(value => ({ value, label: t(`centres.closing.reason.${value}`) }))}
          />
          {partners.length > 0 && (
            <SelectField
              {...text('partnerId')}
              label={t('programme.staff.closing.who')}
              options={partners.map(({ id, name }) => ({ value: id, label: name }))}
              empty={centre.name}
            />
          )}
          <Button kind="primary">{t('programme.staff.closing.save')}</Button>
        </Form>
      </Section>
    </Stack>
  )
}
