import { EmptyState, Icon, LinkButton, LoneLink, Row, Rows, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import type { ListedMeeting } from '../store/meetings.ts'

/** The meetings of the network, the latest first, each with what is still to be done. */
export const MeetingsPage = ({
  meetings,
  wording,
}: {
  meetings: readonly ListedMeeting[]
  wording: Wording
}) => {
  const { t, language, fullDay } = wording
  return (
    <Stack>
      <LoneLink href={paths.partners(language)}>{t('network.partners.title')}</LoneLink>
      {meetings.length === 0 ? (
        <EmptyState icon="meeting" title={t('network.meetings.none')}>
          {t('network.meetings.noneHint')}
        </EmptyState>
      ) : (
        <Rows>
          {meetings.map(({ id, heldOn, place, openTasks }) => (
            <Row
              start={<Icon name="meeting" />}
              title={fullDay(heldOn)}
              note={
                <>
                  <bdi>{place}</bdi> · {t('network.meetings.openTasks', { count: openTasks })}
                </>
              }
              action={
                <LinkButton href={paths.meeting(language, id)} small>
                  {t('network.partners.open')}
                  <span class="kern-sr-only"> {fullDay(heldOn)}</span>
                </LinkButton>
              }
            />
          ))}
        </Rows>
      )}
    </Stack>
  )
}
