import { attendancePaths, type HeldSession, OfferTitle } from '../../attendance/index.ts'
import { LinkButton, Row, Rows } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths as programmePaths } from '../../programme/index.ts'
import { paths as registrationPaths } from '../../registration/index.ts'
import { nextStepAt } from '../my-day.ts'

/** The sessions of a day in order of time, each with the one thing to do about it. */
export const SessionRows = ({
  sessions,
  now,
  wording,
}: {
  sessions: readonly HeldSession[]
  now: Temporal.Instant
  wording: Wording
}) => {
  if (sessions.length === 0) return <p>{wording.t('today.sessions.none')}</p>
  const showsCentre = new Set(sessions.map(({ centreId }) => centreId)).size > 1
  const first = sessions.find(session => nextStepAt(session, now) === 'count')
  return (
    <Rows>
      {sessions.map(session => (
        <Row
          start={<time datetime={session.startsAt.toString()}>{wording.time(session.starts)}</time>}
          title={<Title session={session} wording={wording} />}
          note={noteOn(session, showsCentre, wording)}
          action={<Step session={session} now={now} isFirst={session === first} wording={wording} />}
          cancelled={session.cancelReason !== null}
        />
      ))}
    </Rows>
  )
}

/** Leads to who registered, also once the session has begun and counting comes first. */
const Title = ({ session, wording }: { session: HeldSession; wording: Wording }) =>
  session.intakeId ? (
    <a href={registrationPaths.sessionList(wording.language, session.id)}>
      <OfferTitle of={session} wording={wording} />
    </a>
  ) : (
    <OfferTitle of={session} wording={wording} />
  )

const noteOn = (session: HeldSession, showsCentre: boolean, { t, number }: Wording) => {
  const { cancelReason, cancelNote, place, centreName, places, taken, everybody } = session
  const facts = cancelReason
    ? [t('today.sessions.cancelled'), t(`attendance.reason.${cancelReason}`), cancelNote]
    : [
        place,
        showsCentre && centreName,
        everybody !== null && t('today.sessions.counted', { count: everybody }),
        everybody === null &&
          places !== null &&
          t('today.sessions.places', { taken: number(taken ?? 0), places: number(places) }),
      ]
  return facts.filter(Boolean).join(' · ')
}

const Step = ({
  session,
  now,
  isFirst,
  wording: { language, t },
}: {
  session: HeldSession
  now: Temporal.Instant
  isFirst: boolean
  wording: Wording
}) => {
  const step = nextStepAt(session, now)
  switch (step) {
    case 'none':
      return null
    case 'count':
    case 'counted':
      return (
        <LinkButton
          href={attendancePaths.count(language, session.id)}
          kind={isFirst ? 'primary' : 'secondary'}
          small
        >
          {t(`today.step.${step}`)}
        </LinkButton>
      )
    case 'list':
      return (
        <LinkButton href={registrationPaths.sessionList(language, session.id)} small>
          {t('today.step.list')}
        </LinkButton>
      )
    case 'look':
      return (
        <LinkButton href={programmePaths.session(language, session.id)} small>
          {t('today.step.look')}
        </LinkButton>
      )
  }
}
