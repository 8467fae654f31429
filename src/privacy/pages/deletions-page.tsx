import { DataTable, EmptyState, LoneLink, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import type { DeletionDay } from '../read-deletions.ts'

/** What was deleted by itself, day by day: kinds and counts, nobody's name. */
export const DeletionsPage = ({ days, wording }: { days: readonly DeletionDay[]; wording: Wording }) => {
  const { t, language } = wording
  const lines = days.flatMap(({ day, kinds }) => kinds.map(kind => ({ day, ...kind })))
  return (
    <Stack gap="large">
      <LoneLink href={paths.audit(language)}>{t('privacy.audit.title')}</LoneLink>
      <p>{t('privacy.deletions.lead')}</p>
      {lines.length === 0 ? (
        <EmptyState icon="check" title={t('privacy.deletions.none')}>
          {t('privacy.deletions.noneHint')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('privacy.deletions.title')}
          captionHidden
          rows={lines}
          columns={[
            { label: t('privacy.audit.what'), cell: ({ action }) => t(`privacy.action.${action}`) },
            { label: t('privacy.audit.when'), cell: ({ day }) => wording.fullDay(day) },
            { label: t('privacy.deletions.amount'), numeric: true, cell: ({ amount }) => amount },
          ]}
        />
      )}
    </Stack>
  )
}
