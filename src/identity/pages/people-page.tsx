import { Cluster, ConfirmButton, DataTable, Notice, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import type { ListedPerson } from '../people.ts'
import { taskWords } from './task-words.ts'

export type PeopleView = {
  wording: Wording
  people: ListedPerson[]
  news?: string | undefined
}

export const PeoplePage = ({ wording, people, news }: PeopleView) => {
  const { t } = wording
  return (
    <Stack gap="large">
      {news && <Notice tone="success" title={news} announce />}
      <p>{t('identity.people.lead')}</p>
      <DataTable
        caption={t('identity.people.title')}
        captionHidden
        rows={people}
        columns={[
          { label: t('identity.people.name'), cell: ({ name }) => <bdi>{name}</bdi> },
          { label: t('identity.people.task'), cell: person => taskWords(wording, person) },
          { label: t('identity.people.email'), cell: ({ email }) => <bdi>{email}</bdi> },
          { label: t('identity.people.actions'), cell: person => <Actions {...{ wording, person }} /> },
        ]}
      />
    </Stack>
  )
}

const Actions = ({ wording: { t, language }, person }: { wording: Wording; person: ListedPerson }) =>
  person.isChangeable ? (
    <Cluster>
      {!person.isDemo && (
        <ConfirmButton action={paths.renewSignIn(language, person.membershipId)} kind="quiet" small>
          {t('identity.people.renew')}
        </ConfirmButton>
      )}
      <ConfirmButton action={paths.endMembership(language, person.membershipId)} kind="quiet" small>
        {t('identity.people.end')}
      </ConfirmButton>
    </Cluster>
  ) : null
