import { TimeCard } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Entry } from '../entry.ts'
import { paths } from '../paths.ts'
import { tagsOf } from './facts.tsx'
import { movedTag, ownWaysInWords } from './own-ways.ts'

/** One of the dates of an offer, where all else is already said: its day, its hours, and whether there is room. */
export const DateCard = ({
  entry,
  wording,
  now,
}: {
  entry: Entry
  wording: Wording
  now: Temporal.Instant
}) => {
  const { t, shortDay, language } = wording
  const { session } = entry
  if (!session) return null
  const { cancelled } = session
  const hasOwnPlaces = entry.registration === 'session'
  return (
    <TimeCard
      time={wording.time(session.starts)}
      dateTime={session.startsAt.toString({ smallestUnit: 'minute' })}
      until={
        cancelled
          ? t('programme.cancelled.short')
          : session.ends && t('programme.until', { time: wording.time(session.ends) })
      }
      title={wording.day(session.heldOn)}
      href={paths.session(language, session.id)}
      details={
        cancelled
          ? [
              t('programme.cancelled.because', {
                reason: t(`programme.cancelled.reason.${cancelled.reason}`),
              }),
              cancelled.nextOn && t('programme.cancelled.next', { day: shortDay(cancelled.nextOn) }),
            ]
              .filter(Boolean)
              .join(' · ')
          : ownWaysInWords(session, wording).join(' · ') || undefined
      }
      tags={
        cancelled
          ? [{ label: t('programme.cancelled.thatDay'), icon: 'cancelled', tone: 'danger' }]
          : [...movedTag(session, wording), ...(hasOwnPlaces ? tagsOf(entry, wording, now).slice(1, 2) : [])]
      }
      accent={entry.centre.slug}
      cancelled={Boolean(cancelled)}
    />
  )
}
