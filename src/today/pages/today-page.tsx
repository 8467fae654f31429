import type { Child } from 'hono/jsx'
import { Card, Cards, Tiles } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { MyDay } from '../my-day.ts'
import { doorsOf } from './doors.ts'
import { SessionRows } from './session-rows.tsx'
import { WaitingRows } from './waiting-rows.tsx'

/** The start page of those who work at a centre: what is on today, and what waits for them. */
export const TodayPage = ({
  day,
  now,
  isLead,
  figures,
  wording,
}: {
  day: MyDay
  now: Temporal.Instant
  isLead: boolean
  /** The finding of the quarter with its chart, for those who see the figures. */
  figures?: Child | undefined
  wording: Wording
}) => {
  const { t } = wording
  return (
    <Cards>
      <Card title={t('today.sessions.title')}>
        <SessionRows sessions={day.sessions} now={now} wording={wording} />
      </Card>
      <Card title={t('today.waiting.title')}>
        <WaitingRows day={day} wording={wording} />
      </Card>
      {isLead && (
        <Card title={t('today.doors.title')} wide tint>
          <Tiles tiles={doorsOf(wording)} />
        </Card>
      )}
      {figures}
    </Cards>
  )
}
