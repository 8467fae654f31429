import { Card, EmptyState, LinkButton, Row, Rows } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import type { HeldSession } from '../store/sessions.ts'
import { OfferTitle } from './session-words.tsx'

/** Sessions of the last week that nobody has counted yet. */
export const UncountedPage = ({
  sessions,
  wording,
}: {
  sessions: readonly HeldSession[]
  wording: Wording
}) => {
  const { t, language } = wording
  if (sessions.length === 0)
    return (
      <EmptyState
        icon="success"
        title={t('attendance.uncounted.none')}
        actions={<LinkButton href={`/${language}/staff`}>{t('attendance.counted.back')}</LinkButton>}
      >
        {t('attendance.uncounted.noneHelp')}
      </EmptyState>
    )
  return (
    <Card>
      <Rows>
        {sessions.map(session => (
          <Row
            start={<time datetime={session.startsAt.toString()}>{wording.shortDay(session.heldOn)}</time>}
            title={<OfferTitle of={session} wording={wording} />}
            note={[wording.time(session.starts), session.place, session.centreName]
              .filter(Boolean)
              .join(' · ')}
            action={
              <LinkButton href={paths.count(language, session.id)} small>
                {t('attendance.uncounted.count')}
              </LinkButton>
            }
          />
        ))}
      </Rows>
    </Card>
  )
}
