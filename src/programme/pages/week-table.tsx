import type { Child } from 'hono/jsx'
import { WeekPlan } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Entry } from '../entry.ts'
import { paths } from '../paths.ts'
import type { DayOfWeek } from '../week.ts'
import { InLanguage } from './facts.tsx'

type Props = {
  week: DayOfWeek[]
  today: Temporal.PlainDate
  wording: Wording
  caption: Child
  /** Where to find the sessions of a day that are not shown. */
  moreOf?: (date: Temporal.PlainDate) => string
  /** Names the centre of each session: for tables of more than one. */
  withCentre?: boolean
}

/** A week day by day, narrow enough for a phone: what is on, and what is cancelled. */
export const WeekTable = ({ week, today, wording, caption, moreOf, withCentre }: Props) => {
  const { t, language } = wording
  return (
    <WeekPlan
      caption={caption}
      words={{
        day: t('programme.home.dayColumn'),
        programme: t('programme.home.programmeColumn'),
        nothing: t('programme.home.nothingThatDay'),
      }}
      days={week.map(({ date, entries, more }) => ({
        day: wording.weekday(date.dayOfWeek),
        note: (
          <>
            {wording.dayAndMonth(date)}
            {more > 0 && moreOf && (
              <>
                <br />
                <a href={moreOf(date)}>{t('programme.home.more', { count: more })}</a>
              </>
            )}
          </>
        ),
        isToday: date.equals(today),
        entries: entries.flatMap(entry => {
          const { session } = entry
          if (!session) return []
          return {
            time: wording.time(session.starts),
            title: <InLanguage spoken={entry.title} wording={wording} />,
            href: paths.session(language, session.id),
            note: noteOf(entry, wording, withCentre),
            cancelled: Boolean(session.cancelled),
          }
        }),
      }))}
    />
  )
}

const noteOf = ({ session, centre, place }: Entry, { t, time }: Wording, withCentre: boolean | undefined) => {
  if (session?.cancelled) {
    const reason = t(`programme.cancelled.reason.${session.cancelled.reason}`)
    return `${t('programme.cancelled.thatDay')} · ${t('programme.cancelled.because', { reason })}`
  }
  const until = session?.ends && t('programme.until', { time: time(session.ends) })
  const moved = session?.movedFrom && t('programme.moved.tag')
  return [until, withCentre ? centre.name : place, moved].filter(Boolean).join(' · ')
}
