import { paths as centresPaths, type Part } from '../../centres/index.ts'
import { Card, Cards, Tiles } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { QuarterCard, type QuarterCardProps } from '../../reporting/index.ts'
import type { MyDay } from '../my-day.ts'
import { doorsOf } from './doors.ts'
import { SessionRows } from './session-rows.tsx'
import { WaitingRows } from './waiting-rows.tsx'

/** The start page of those who work at a centre: what is on today, and what waits for them. */
export const TodayPage = ({
  day,
  now,
  isLead,
  parts,
  quarter,
  wording,
}: {
  day: MyDay
  now: Temporal.Instant
  isLead: boolean
  parts: ReadonlySet<Part>
  /** The running quarter, for those who see the figures. */
  quarter?: Omit<QuarterCardProps, 'wording'> | undefined
  wording: Wording
}) => {
  const { t } = wording
  return (
    <Cards>
      <Card title={t('today.sessions.title')}>
        <SessionRows sessions={day.sessions} now={now} wording={wording} />
        {day.next[0] && (
          <>
            <h3>{t('today.sessions.next', { day: wording.day(day.next[0].heldOn) })}</h3>
            <SessionRows sessions={day.next} now={now} wording={wording} />
          </>
        )}
      </Card>
      <Card title={t('today.waiting.title')}>
        <WaitingRows day={day} wording={wording} />
      </Card>
      {quarter && <QuarterCard {...quarter} wording={wording} />}
      {isLead && (
        <Card title={t('today.doors.title')} wide>
          <Tiles tiles={doorsOf(wording, parts)} />
          <p>
            <a href={centresPaths.parts(wording.language)}>{t('today.doors.more')}</a>
          </p>
        </Card>
      )}
    </Cards>
  )
}
