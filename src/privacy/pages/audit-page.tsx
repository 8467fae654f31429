import {
  Button,
  DataTable,
  EmptyState,
  Form,
  LoneLink,
  Pagination,
  SelectField,
  Stack,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { isAudited } from '../audited.ts'
import { paths } from '../paths.ts'
import type { AuditPage as Shown } from '../read-audit.ts'
import type { ListedEntry } from '../store.ts'

type Props = Shown & { wording: Wording; timeZone: string }

/** Who did what and when, in words: for the managers who answer for it. */
export const AuditPage = ({ wording, timeZone, ...shown }: Props) => {
  const { t } = wording
  return (
    <Stack gap="large">
      <p>{t('privacy.audit.lead')}</p>
      <LoneLink href={paths.deletions(wording.language)}>{t('privacy.deletions.title')}</LoneLink>
      {shown.entries.length === 0 ? (
        <EmptyState icon="people" title={t('privacy.audit.noneTitle')}>
          {t('privacy.audit.none')}
        </EmptyState>
      ) : (
        <>
          <Months {...shown} wording={wording} />
          <DataTable
            caption={t('privacy.audit.title')}
            captionHidden
            rows={shown.entries}
            columns={[
              { label: t('privacy.audit.what'), cell: entry => whatIn(entry, wording) },
              { label: t('privacy.audit.who'), cell: entry => <bdi>{whoIn(entry, wording)}</bdi> },
              { label: t('privacy.audit.when'), cell: ({ at }) => whenIn(at, timeZone, wording) },
              { label: t('privacy.audit.details'), cell: Details },
            ]}
          />
          <Pages {...shown} wording={wording} />
        </>
      )}
    </Stack>
  )
}

const Months = ({ months, month, wording }: Pick<Props, 'months' | 'month' | 'wording'>) => (
  <Form method="get" action={paths.audit(wording.language)} label={wording.t('privacy.audit.filter')}>
    <SelectField
      name="month"
      label={wording.t('privacy.audit.month')}
      value={month && yearMonth(month)}
      empty={wording.t('privacy.audit.allMonths')}
      options={months.map(first => ({ value: yearMonth(first), label: wording.month(first) }))}
    />
    <div>
      <Button kind="secondary">{wording.t('privacy.audit.show')}</Button>
    </div>
  </Form>
)

const Pages = ({ month, page, pages, wording }: Pick<Props, 'month' | 'page' | 'pages' | 'wording'>) => {
  if (pages === 1) return null
  const { t, language } = wording
  const to = (other: number, label: string) => ({
    href: paths.audit(language, { month: month && yearMonth(month), page: other }),
    label,
  })
  return (
    <Pagination
      label={t('privacy.audit.pages')}
      position={t('privacy.audit.position', { page, pages })}
      previous={page > 1 ? to(page - 1, t('privacy.audit.newer')) : undefined}
      next={page < pages ? to(page + 1, t('privacy.audit.older')) : undefined}
    />
  )
}

const yearMonth = (first: Temporal.PlainDate) => first.toPlainYearMonth().toString()

const whatIn = ({ action, amount }: ListedEntry, { t }: Wording) => {
  const what = isAudited(action) ? t(`privacy.action.${action}`) : action
  return amount === null ? what : `${what} (${amount})`
}

const whoIn = ({ accountId, name }: ListedEntry, { t }: Wording) =>
  accountId === 'system' ? t('privacy.audit.system') : (name ?? t('privacy.audit.gone'))

const whenIn = (at: Temporal.Instant, timeZone: string, wording: Wording) => {
  const local = at.toZonedDateTimeISO(timeZone)
  return wording.joined([wording.fullDay(local.toPlainDate()), wording.time(local.toPlainTime())])
}

/** What it was about, as an auditor follows it: kinds of addresses, names of fields, the end of the id. */
const Details = ({ fields, subjectId }: ListedEntry) => (
  <code dir="ltr">{[...fields, ...(subjectId ? [`…${subjectId.slice(-12)}`] : [])].join(', ')}</code>
)
