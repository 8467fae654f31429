import { attendancePaths, OfferTitle } from '../../attendance/index.ts'
import { paths as calendarPaths } from '../../calendar-import/index.ts'
import { paths as carePaths } from '../../care/index.ts'
import { paths as correctionPaths } from '../../corrections/index.ts'
import { paths as counsellingPaths } from '../../counselling/index.ts'
import { paths as doorstepPaths } from '../../doorstep/index.ts'
import { paths as feesPaths } from '../../fees/index.ts'
import { paths as jointPaths } from '../../joint-activities/index.ts'
import { paths as lendingPaths } from '../../lending/index.ts'
import { paths as neighbourPaths } from '../../neighbours/index.ts'
import { paths as networkPaths } from '../../network/index.ts'
import { paths as outreachPaths } from '../../outreach/index.ts'
import { staffPaths as planningPaths } from '../../planning/index.ts'
import { Icon, Row, RowCount, Rows } from '../../platform/design/index.ts'
import type { Language, Wording } from '../../platform/wording/wording.ts'
import { paths as proposalPaths } from '../../proposals/index.ts'
import { paths as questionPaths } from '../../questions/index.ts'
import {
  type NotOffered,
  type Repeats,
  paths as registrationPaths,
  type ToDecide,
} from '../../registration/index.ts'
import { publicPaths as lettingPaths, paths as roomPaths } from '../../rooms/index.ts'
import type { MyDay } from '../my-day.ts'

/** What waits for somebody, each with its reason and the link to where it is settled. */
export const WaitingRows = ({ day, wording }: { day: MyDay; wording: Wording }) => {
  const { language, t, number } = wording
  const { joint, repeats, notOffered, toDecide } = day
  const waiting = waitingOf(day, language).filter(({ count }) => count > 0)
  if ([waiting, joint, repeats, notOffered, toDecide].every(({ length }) => length === 0))
    return <p>{t('today.waiting.none')}</p>
  return (
    <Rows>
      {waiting.map(({ count, says, does, href }) => (
        <Row
          start={<RowCount>{number(count)}</RowCount>}
          title={t(`today.waiting.${says}`, { count })}
          action={<a href={href}>{t(`today.waiting.${does}`)}</a>}
        />
      ))}
      {joint.map(each => (
        <JointRow each={each} wording={wording} />
      ))}
      {repeats.map(each => (
        <AtIntake each={each} count={each.children} says="repeats" link="check" wording={wording} />
      ))}
      {toDecide.map(each => (
        <AtIntake each={each} count={each.families} says={each.giving} link="decide" wording={wording} />
      ))}
      {notOffered.map(each => (
        <AtIntake
          each={each}
          count={each.families}
          says="notOffered"
          reason={t('today.waiting.because', {
            what: wording.list(each.missing.map(unit => t(`today.missing.${unit}`))),
          })}
          link="why"
          wording={wording}
        />
      ))}
    </Rows>
  )
}

/** What waits in which number, in the order in which it is said: the words for it, and for what is done about it. */
const waitingOf = (day: MyDay, language: Language) =>
  [
    { count: day.uncounted, says: 'uncounted', does: 'count', href: attendancePaths.uncounted(language) },
    { count: day.calls, says: 'calls', does: 'call', href: outreachPaths.calls(language) },
    { count: day.questions, says: 'questions', does: 'answer', href: questionPaths.list(language) },
    { count: day.corrections, says: 'corrections', does: 'correct', href: correctionPaths.list(language) },
    { count: day.pinboard.approvals, says: 'notes', does: 'readNotes', href: neighbourPaths.list(language) },
    { count: day.pinboard.answers, says: 'interests', does: 'bring', href: neighbourPaths.list(language) },
    {
      count: day.consultations,
      says: 'consultations',
      does: 'mark',
      href: counsellingPaths.lately(language),
    },
    { count: day.cash, says: 'cash', does: 'countCash', href: feesPaths.cash(language) },
    { count: day.rounds, says: 'rounds', does: 'close', href: doorstepPaths.overview(language) },
    { count: day.proposals, says: 'proposals', does: 'decide', href: proposalPaths.list(language) },
    {
      count: day.roomRequests,
      says: 'roomRequests',
      does: 'answerRoom',
      href: lettingPaths.requests(language),
    },
    {
      count: day.partnerCalendars,
      says: 'partnerCalendars',
      does: 'lookThrough',
      href: calendarPaths.all(language),
    },
    { count: day.loans.overdue, says: 'overdueLoans', does: 'seeLoans', href: lendingPaths.desk(language) },
    { count: day.loans.asked, says: 'askedLoans', does: 'answerLoan', href: lendingPaths.desk(language) },
    { count: day.unseated, says: 'unseated', does: 'seat', href: roomPaths.week(language) },
    {
      count: day.uncared.count,
      says: 'uncared',
      does: 'care',
      href: carePaths.care(language, day.uncared.slug ?? ''),
    },
    { count: day.asked, says: 'asked', does: 'check', href: planningPaths.unchecked(language) },
    { count: day.hidden, says: 'hidden', does: 'check', href: planningPaths.unchecked(language) },
    {
      count: day.network.agreements,
      says: 'agreements',
      does: 'renew',
      href: networkPaths.partners(language),
    },
    { count: day.network.overdueTasks, says: 'tasks', does: 'finish', href: networkPaths.meetings(language) },
  ] as const

/** A joint activity that lacks families, or was called off because it did. */
const JointRow = ({ each, wording }: { each: MyDay['joint'][number]; wording: Wording }) => {
  const { t, language, moment, day, number } = wording
  const { missing, mayDecide, slug, sessionId } = each
  return (
    <Row
      start={<RowCount>{missing === null ? <Icon name="cancelled" /> : number(missing)}</RowCount>}
      title={
        <>
          {missing === null ? t('today.joint.calledOff') : t('today.joint.missing', { count: missing })}{' '}
          <OfferTitle of={each} wording={wording} />
        </>
      }
      note={missing === null ? day(each.heldOn) : t('today.joint.until', { until: moment(each.decidedAt) })}
      action={
        <a
          href={
            mayDecide ? jointPaths.plan(language, slug) : registrationPaths.sessionList(language, sessionId)
          }
        >
          {t('today.joint.look')}
        </a>
      }
    />
  )
}

const AtIntake = ({
  each,
  count,
  says,
  reason,
  link,
  wording,
}: {
  each: NotOffered | Repeats | ToDecide
  count: number
  says: 'repeats' | 'notOffered' | ToDecide['giving']
  reason?: string
  link: 'check' | 'why' | 'decide'
  wording: Wording
}) => (
  <Row
    start={<RowCount>{wording.number(count)}</RowCount>}
    title={
      <>
        {wording.t(`today.waiting.${says}`, { count })} <OfferTitle of={each} wording={wording} />
      </>
    }
    note={reason}
    action={
      <a href={registrationPaths.list(wording.language, each.intakeId)}>
        {wording.t(`today.waiting.${link}`)}
      </a>
    }
  />
)
