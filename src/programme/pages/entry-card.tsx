import { TimeCard } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { OfferChange } from '../announced.ts'
import type { Entry, SessionFacts } from '../entry.ts'
import { paths } from '../paths.ts'
import { changeTags } from './changes.tsx'
import { hoursInWords, InLanguage, tagsOf } from './facts.tsx'
import { movedTag } from './own-ways.ts'

type Props = {
  entry: Entry
  wording: Wording
  now: Temporal.Instant
  today: Temporal.PlainDate
  /** What changed lately, of the few offers of which anything did. */
  changes: ReadonlyMap<string, OfferChange[]>
  /** Says the day first and its hours below: where a list is not ordered by days. */
  withDay?: boolean
}

/** A date of an offer, time first; an offer without a date says so. It leads to its page. */
export const EntryCard = (props: Props) => {
  const { entry, wording, now, withDay, changes } = props
  const { session } = entry
  return (
    <TimeCard
      time={session ? (withDay ? wording.shortDay(session.heldOn) : wording.time(session.starts)) : '–'}
      dateTime={session?.startsAt.toString({ smallestUnit: 'minute' })}
      until={<BelowTime {...props} />}
      title={<InLanguage spoken={entry.title} wording={wording} />}
      href={session ? paths.session(wording.language, session.id) : paths.offer(wording.language, entry.slug)}
      details={<Details {...props} />}
      tags={
        session?.cancelled
          ? [cancelledTag(session, props)]
          : [
              ...runningTag(session, props),
              ...(session ? movedTag(session, wording) : []),
              ...changeTags(changes.get(entry.offerId) ?? [], wording),
              ...tagsOf(entry, wording, now),
            ]
      }
      accent={entry.centre.slug}
      dated={withDay}
      cancelled={Boolean(session?.cancelled)}
    />
  )
}

const BelowTime = ({ entry: { session }, wording, withDay }: Props) => {
  const { t, time } = wording
  if (!session) return <>{t('programme.noDate')}</>
  if (session.cancelled) return <>{t('programme.cancelled.short')}</>
  if (withDay) return <>{hoursInWords(session, wording)}</>
  return session.ends && <>{t('programme.until', { time: time(session.ends) })}</>
}

const Details = ({ entry, wording: { t, shortDay } }: Props) => {
  const { centre, place, session } = entry
  const cancelled = session?.cancelled
  if (!cancelled) return <>{[centre.name, place || centre.street].filter(Boolean).join(' · ')}</>

  const reason = t(`programme.cancelled.reason.${cancelled.reason}`)
  const parts = [
    centre.name,
    t('programme.cancelled.because', { reason }),
    cancelled.note,
    cancelled.nextOn && t('programme.cancelled.next', { day: shortDay(cancelled.nextOn) }),
  ]
  return <>{parts.filter(Boolean).join(' · ')}</>
}

const cancelledTag = ({ heldOn }: SessionFacts, { wording, today }: Props) => ({
  label: wording.t(heldOn.equals(today) ? 'programme.cancelled.today' : 'programme.cancelled.thatDay'),
  icon: 'cancelled' as const,
  tone: 'danger' as const,
})

const runningTag = (session: SessionFacts | null, { wording, now }: Props) =>
  session && Temporal.Instant.compare(session.startsAt, now) <= 0
    ? [{ label: wording.t('programme.runningNow'), icon: 'clock' as const, tone: 'warning' as const }]
    : []
