import { ConfirmButton, DataTable, EmptyState, Notice, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import type { ListedGrant } from '../support.ts'

export type SupportView = {
  wording: Wording
  grants: ListedGrant[]
  news?: string | undefined
}

export const SupportPage = ({ wording, grants, news }: SupportView) => {
  const { t, language } = wording
  return (
    <Stack gap="large">
      {news && <Notice tone="success" title={news} announce />}
      <p>{t('identity.support.lead')}</p>
      {grants.length > 0 ? (
        <DataTable
          caption={t('identity.support.title')}
          captionHidden
          rows={grants}
          columns={[
            { label: t('identity.support.who'), cell: ({ name }) => <bdi>{name}</bdi> },
            { label: t('identity.support.centre'), cell: ({ centre }) => centre },
            { label: t('identity.support.reason'), cell: ({ reason }) => <bdi>{reason}</bdi> },
            { label: t('identity.support.by'), cell: ({ grantedBy }) => <bdi>{grantedBy ?? ''}</bdi> },
            {
              label: t('identity.support.until'),
              cell: grant => (
                <Until wording={wording} grant={grant} action={paths.endSupport(language, grant.id)} />
              ),
            },
          ]}
        />
      ) : (
        <EmptyState icon="people" title={t('identity.support.noneTitle')}>
          {t('identity.support.none')}
        </EmptyState>
      )}
    </Stack>
  )
}

const Until = ({ wording, grant, action }: { wording: Wording; grant: ListedGrant; action: string }) => {
  const { t } = wording
  return (
    <Stack gap="small">
      <span>
        {wording.moment(grant.endsAt)} (
        {grant.isRunning ? t('identity.support.running') : t('identity.support.over')})
      </span>
      {grant.isEndable && (
        <ConfirmButton action={action} small>
          {t('identity.support.end')}
        </ConfirmButton>
      )}
    </Stack>
  )
}
