import { LinkButton, Notice, Stack } from '../../../platform/design/index.ts'
import { directionOf, type Wording } from '../../../platform/wording/wording.ts'
import { paths } from '../../paths.ts'
import type { invitedTo } from '../closed-group.ts'

type Props = { group: Awaited<ReturnType<typeof invitedTo>>; invite: string; wording: Wording }

/** The dates of a closed group, for whoever was invited: one is chosen, others can be ticked on the form. */
export const InvitedPage = ({ group: { title, titleLanguage, dates }, invite, wording }: Props) => {
  const { t, language } = wording
  return (
    <Stack>
      <h1>
        {t('registration.join.title')}{' '}
        <bdi lang={titleLanguage} dir={directionOf(titleLanguage)}>
          {title}
        </bdi>
      </h1>
      {dates.length === 0 ? (
        <Notice title={t('registration.refused.closed')} />
      ) : (
        <>
          <p>{t('registration.closedGroup.choose')}</p>
          <Stack gap="small">
            {dates.map(({ intakeId, startsAt }) => (
              <LinkButton icon="calendar" href={paths.invited(language, invite, intakeId)} block>
                {wording.moment(startsAt)}
              </LinkButton>
            ))}
          </Stack>
        </>
      )}
    </Stack>
  )
}
