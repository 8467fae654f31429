import { DescriptionList, Notice, Stack } from '../../../platform/design/index.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import { hoursInWords } from '../../../programme/index.ts'
import { FeastsHint } from '../../series/pages/feasts-hint.tsx'
import type { PlannedSession } from '../../series/plan-sessions.ts'
import { closingReasons, isOpenEnded, type SkippedDate } from '../../series/series.ts'
import type { Preview } from '../preview-plan.ts'

/** The dates that a plan makes, month by month, those it leaves out with the reason, and those that stay. */
export const DatesOfPlan = ({
  wording,
  preview: { plan, sessions, skipped, inGap, staying },
}: {
  wording: Wording
  preview: Pick<Preview, 'plan' | 'sessions' | 'skipped' | 'inGap' | 'staying'>
}) => {
  const { t, day } = wording
  return (
    <Stack>
      {sessions.length === 0 ? (
        <Notice tone="warning" title={t('programme.staff.dates.none')} />
      ) : (
        <>
          <p>
            <b>{t('programme.staff.dates.count', { count: sessions.length })}</b>{' '}
            {t('programme.staff.dates.span', spanOf(sessions, wording))}
          </p>
          <Months
            {...{ sessions, wording }}
            withWeeks={plan.slots.some(({ rule }) => rule === 'fortnightly')}
          />
          <FeastsHint days={sessions.map(({ heldOn }) => heldOn)} wording={wording} />
          {plan.slots.some(isOpenEnded) && <p class="muted">{t('programme.staff.dates.goesOn')}</p>}
        </>
      )}
      {skipped.length > 0 && (
        <Notice tone="warning" title={t('programme.staff.dates.skipped', { count: skipped.length })}>
          <ul>
            {skipped.map(skip => (
              <li>
                {day(skip.date)}: <Reason {...skip} wording={wording} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {inGap.length > 0 && (
        <Notice tone="warning" title={t('programme.staff.dates.inGap')}>
          {inGap.map(date => day(date)).join(' · ')}
        </Notice>
      )}
      {staying.length > 0 && (
        <Notice tone="warning" title={t('programme.staff.dates.staying', { count: staying.length })}>
          <p>{t('programme.staff.dates.stayingHint')}</p>
          <ul>
            {staying.map(({ startsAt }) => (
              <li>{wording.moment(startsAt)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </Stack>
  )
}

/** Under each month its days; with the time where times differ, and with the calendar week of every second one. */
const Months = ({ sessions, wording, withWeeks }: MonthsProps) => {
  const dayOf = ({ heldOn }: PlannedSession) =>
    withWeeks
      ? wording.t('programme.staff.dates.inWeek', {
          ...{ day: wording.shortDay(heldOn), week: heldOn.weekOfYear ?? 0 },
        })
      : wording.shortDay(heldOn)
  const times = new Set(sessions.map(session => hoursInWords(session, wording)))
  const months = Map.groupBy(sessions, ({ heldOn }) => wording.month(heldOn))
  return (
    <Stack gap="small">
      {times.size === 1 && <p>{[...times]}</p>}
      <DescriptionList
        items={[...months].map(([month, inMonth]) => ({
          term: month,
          value: inMonth
            .map(session =>
              times.size === 1 ? dayOf(session) : `${dayOf(session)}, ${hoursInWords(session, wording)}`,
            )
            .join(' · '),
        }))}
      />
    </Stack>
  )
}

type MonthsProps = { sessions: PlannedSession[]; wording: Wording; withWeeks: boolean }

const Reason = ({ reason, name, wording: { t } }: SkippedDate & { wording: Wording }) => {
  switch (reason) {
    case 'exception':
      return <>{t('programme.staff.dates.exception')}</>
    case 'public-holiday':
      // The holidays of a country are called as they are called there.
      return (
        <>
          {t('programme.staff.dates.publicHoliday')} (<bdi lang="de">{name}</bdi>)
        </>
      )
    case 'closing-day':
      return (
        <>
          {t('programme.staff.dates.closed')} ({t(`centres.closing.reason.${closingName(name)}`)})
        </>
      )
    case 'partner-closed':
      return <>{t('programme.staff.dates.partnerClosed')}</>
    case 'school-holiday':
      return <>{t(`programme.staff.schoolHoliday.${holidayName(name)}`)}</>
  }
}

const closingName = (name: string | undefined) => closingReasons.find(reason => reason === name) ?? 'other'

const holidays = ['autumn', 'christmas', 'winter', 'easter', 'whitsun', 'summer', 'movable'] as const
const holidayName = (name: string | undefined) => holidays.find(holiday => holiday === name) ?? 'other'

const spanOf = (sessions: readonly PlannedSession[], { day }: Wording) => {
  const [first, last] = [sessions[0], sessions.at(-1)]
  return { first: first ? day(first.heldOn) : '', last: last ? day(last.heldOn) : '' }
}
