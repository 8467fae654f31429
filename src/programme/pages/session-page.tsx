import { Card, Columns, LinkButton, Notice } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Entry, OfferDetails } from '../entry.ts'
import { paths } from '../paths.ts'
import { hoursInWords } from './facts.tsx'
import { JoinNow, OfferFacts } from './offer-facts.tsx'
import { Words } from './offer-page.tsx'

export type SessionPageProps = {
  wording: Wording
  now: Temporal.Instant
  entry: Entry
  details: OfferDetails
}

/** One date of an offer: whether it takes place, whether there is room, and how to join it. */
export const SessionPage = (props: SessionPageProps) => {
  const { wording, now, entry, details } = props
  const { t, language } = wording
  const { session } = entry
  if (!session) return null
  const isOver = Temporal.Instant.compare(session.endsAt ?? session.startsAt.add({ hours: 2 }), now) <= 0
  const takesPlace = !(session.cancelled || isOver)
  return (
    <Columns
      aside={
        <Card title={wording.day(session.heldOn)} accent={entry.centre.slug}>
          <OfferFacts
            details={details}
            wording={wording}
            when={
              <time datetime={session.startsAt.toString({ smallestUnit: 'minute' })}>
                {wording.day(session.heldOn)}, {hoursInWords(session, wording)}
              </time>
            }
          />
          {takesPlace && (
            <LinkButton href={paths.sessionCalendar(language, session.id)} icon="calendar" block>
              {t('programme.offer.calendar')}
            </LinkButton>
          )}
          <p>
            <a href={paths.offer(language, entry.slug)}>{t('programme.session.allDates')}</a>
          </p>
        </Card>
      }
    >
      <NotTakingPlace {...props} isOver={isOver} />
      <Words details={details} intake={entry.intake} wording={wording} now={now} />
      {takesPlace && (
        <Card title={t('programme.offer.joining')} tint>
          <JoinNow {...entry} wording={wording} now={now} />
        </Card>
      )}
    </Columns>
  )
}

const NotTakingPlace = ({ entry: { session }, wording, isOver }: SessionPageProps & { isOver: boolean }) => {
  const { t, day } = wording
  const cancelled = session?.cancelled
  if (cancelled) {
    const sentences = [
      t('programme.cancelled.because', { reason: t(`programme.cancelled.reason.${cancelled.reason}`) }),
      cancelled.note,
      cancelled.nextOn && t('programme.cancelled.next', { day: day(cancelled.nextOn) }),
    ]
    return (
      <Notice tone="danger" title={t('programme.session.cancelledTitle')}>
        {sentences.filter(Boolean).join(' · ')}
      </Notice>
    )
  }
  return isOver ? (
    <Notice title={t('programme.session.over')}>{t('programme.session.overBody')}</Notice>
  ) : null
}
