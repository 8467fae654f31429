import { attendancePaths, OfferTitle } from '../../attendance/index.ts'
import { paths as calendarPaths } from '../../calendar-import/index.ts'
import { paths as carePaths } from '../../care/index.ts'
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
import type { Wording } from '../../platform/wording/wording.ts'
import { paths as proposalPaths } from '../../proposals/index.ts'
import { paths as questionPaths } from '../../questions/index.ts'
import { type NotOffered, type Repeats, paths as registrationPaths } from '../../registration/index.ts'
import { publicPaths as lettingPaths, paths as roomPaths } from '../../rooms/index.ts'
import type { MyDay } from '../my-day.ts'

/** What waits for somebody, each with its reason and the link to where it is settled. */
export const WaitingRows = ({ day, wording }: { day: MyDay; wording: Wording }) => {
  const { language, t } = wording
  const { agreements, overdueTasks } = day.network
  const {
    uncounted,
    calls,
    questions,
    pinboard,
    consultations,
    notOffered,
    repeats,
    joint,
    rounds,
    proposals,
    cash,
    unseated,
    asked,
    hidden,
    roomRequests,
    uncared,
    partnerCalendars,
    loans,
  } = day
  const { approvals, answers } = pinboard
  const counts = [
    uncounted,
    calls,
    questions,
    approvals,
    answers,
    agreements,
    overdueTasks,
    consultations,
    rounds,
    proposals,
    cash,
    unseated,
    asked,
    hidden,
    roomRequests,
    uncared.count,
    partnerCalendars,
    loans.asked,
    loans.overdue,
  ]
  if ([...counts, notOffered.length, repeats.length, joint.length].every(count => count === 0))
    return <p>{t('today.waiting.none')}</p>
  return (
    <Rows>
      {uncounted > 0 && (
        <Row
          start={<RowCount>{wording.number(uncounted)}</RowCount>}
          title={t('today.waiting.uncounted', { count: uncounted })}
          action={<a href={attendancePaths.uncounted(language)}>{t('today.waiting.count')}</a>}
        />
      )}
      {calls > 0 && (
        <Row
          start={<RowCount>{wording.number(calls)}</RowCount>}
          title={t('today.waiting.calls', { count: calls })}
          action={<a href={outreachPaths.calls(language)}>{t('today.waiting.call')}</a>}
        />
      )}
      {questions > 0 && (
        <Row
          start={<RowCount>{wording.number(questions)}</RowCount>}
          title={t('today.waiting.questions', { count: questions })}
          action={<a href={questionPaths.list(language)}>{t('today.waiting.answer')}</a>}
        />
      )}
      {approvals > 0 && (
        <Row
          start={<RowCount>{wording.number(approvals)}</RowCount>}
          title={t('today.waiting.notes', { count: approvals })}
          action={<a href={neighbourPaths.list(language)}>{t('today.waiting.readNotes')}</a>}
        />
      )}
      {answers > 0 && (
        <Row
          start={<RowCount>{wording.number(answers)}</RowCount>}
          title={t('today.waiting.interests', { count: answers })}
          action={<a href={neighbourPaths.list(language)}>{t('today.waiting.bring')}</a>}
        />
      )}
      {consultations > 0 && (
        <Row
          start={<RowCount>{wording.number(consultations)}</RowCount>}
          title={t('today.waiting.consultations', { count: consultations })}
          action={<a href={counsellingPaths.lately(language)}>{t('today.waiting.mark')}</a>}
        />
      )}
      {cash > 0 && (
        <Row
          start={<RowCount>{wording.number(cash)}</RowCount>}
          title={t('today.waiting.cash', { count: cash })}
          action={<a href={feesPaths.cash(language)}>{t('today.waiting.countCash')}</a>}
        />
      )}
      {rounds > 0 && (
        <Row
          start={<RowCount>{wording.number(rounds)}</RowCount>}
          title={t('today.waiting.rounds', { count: rounds })}
          action={<a href={doorstepPaths.overview(language)}>{t('today.waiting.close')}</a>}
        />
      )}
      {proposals > 0 && (
        <Row
          start={<RowCount>{wording.number(proposals)}</RowCount>}
          title={t('today.waiting.proposals', { count: proposals })}
          action={<a href={proposalPaths.list(language)}>{t('today.waiting.decide')}</a>}
        />
      )}
      {roomRequests > 0 && (
        <Row
          start={<RowCount>{wording.number(roomRequests)}</RowCount>}
          title={t('today.waiting.roomRequests', { count: roomRequests })}
          action={<a href={lettingPaths.requests(language)}>{t('today.waiting.answerRoom')}</a>}
        />
      )}
      {partnerCalendars > 0 && (
        <Row
          start={<RowCount>{wording.number(partnerCalendars)}</RowCount>}
          title={t('today.waiting.partnerCalendars', { count: partnerCalendars })}
          action={<a href={calendarPaths.all(language)}>{t('today.waiting.lookThrough')}</a>}
        />
      )}
      {loans.overdue > 0 && (
        <Row
          start={<RowCount>{wording.number(loans.overdue)}</RowCount>}
          title={t('today.waiting.overdueLoans', { count: loans.overdue })}
          action={<a href={lendingPaths.desk(language)}>{t('today.waiting.seeLoans')}</a>}
        />
      )}
      {loans.asked > 0 && (
        <Row
          start={<RowCount>{wording.number(loans.asked)}</RowCount>}
          title={t('today.waiting.askedLoans', { count: loans.asked })}
          action={<a href={lendingPaths.desk(language)}>{t('today.waiting.answerLoan')}</a>}
        />
      )}
      {unseated > 0 && (
        <Row
          start={<RowCount>{wording.number(unseated)}</RowCount>}
          title={t('today.waiting.unseated', { count: unseated })}
          action={<a href={roomPaths.week(language)}>{t('today.waiting.seat')}</a>}
        />
      )}
      {uncared.slug && (
        <Row
          start={<RowCount>{wording.number(uncared.count)}</RowCount>}
          title={t('today.waiting.uncared', { count: uncared.count })}
          action={<a href={carePaths.care(language, uncared.slug)}>{t('today.waiting.care')}</a>}
        />
      )}
      {asked > 0 && (
        <Row
          start={<RowCount>{wording.number(asked)}</RowCount>}
          title={t('today.waiting.asked', { count: asked })}
          action={<a href={planningPaths.unchecked(language)}>{t('today.waiting.check')}</a>}
        />
      )}
      {hidden > 0 && (
        <Row
          start={<RowCount>{wording.number(hidden)}</RowCount>}
          title={t('today.waiting.hidden', { count: hidden })}
          action={<a href={planningPaths.unchecked(language)}>{t('today.waiting.check')}</a>}
        />
      )}
      {agreements > 0 && (
        <Row
          start={<RowCount>{wording.number(agreements)}</RowCount>}
          title={t('today.waiting.agreements', { count: agreements })}
          action={<a href={networkPaths.partners(language)}>{t('today.waiting.renew')}</a>}
        />
      )}
      {overdueTasks > 0 && (
        <Row
          start={<RowCount>{wording.number(overdueTasks)}</RowCount>}
          title={t('today.waiting.tasks', { count: overdueTasks })}
          action={<a href={networkPaths.meetings(language)}>{t('today.waiting.finish')}</a>}
        />
      )}
      {joint.map(each => (
        <JointRow each={each} wording={wording} />
      ))}
      {repeats.map(each => (
        <AtIntake each={each} count={each.children} says="repeats" link="check" wording={wording} />
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
  each: NotOffered | Repeats
  count: number
  says: 'repeats' | 'notOffered'
  reason?: string
  link: 'check' | 'why'
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
