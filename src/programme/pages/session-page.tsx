import { JointFacts } from '../../joint-activities/index.ts'
import { Card, Columns, LinkButton, LoneLink, Notice } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { type CourseDay, CourseDays } from '../../registration/index.ts'
import type { OfferChange } from '../announced.ts'
import type { Entry, OfferDetails, SessionFacts } from '../entry.ts'
import { paths } from '../paths.ts'
import { Changes } from './changes.tsx'
import { easeTagsOf, factTagsOf, hoursInWords, tagsOf } from './facts.tsx'
import { JoinNow, OfferFacts, TellFriends } from './offer-facts.tsx'
import { type Together, Words } from './offer-page.tsx'
import { ownWaysInWords } from './own-ways.ts'

export type SessionPageProps = {
  wording: Wording
  now: Temporal.Instant
  entry: Entry
  details: OfferDetails
  /** The whole address of the page, to be sent on. */
  address: string
  together: Together
  changes: readonly OfferChange[]
  checkedOn: Temporal.PlainDate | undefined
  /** All dates of the course it belongs to; none for a date that one joins alone. */
  courseDays: readonly CourseDay[]
}

/** One date of an offer: whether it takes place, whether there is room, and how to join it. */
export const SessionPage = (props: SessionPageProps) => {
  const { wording, now, entry, details, address, together, changes, checkedOn, courseDays } = props
  const { t, language } = wording
  const { session } = entry
  if (!session) return null
  const isOver = Temporal.Instant.compare(session.endsAt ?? session.startsAt.add({ hours: 2 }), now) <= 0
  const isElsewhere = session.isElsewhere || Boolean(together?.joint.meetingPoint)
  const takesPlace = !(session.cancelled || isOver)
  return (
    <Columns
      aside={
        <Card title={wording.day(session.heldOn)} accent={entry.centre.slug}>
          <OfferFacts
            isElsewhere={isElsewhere}
            checkedOn={checkedOn}
            details={onThatDay(details, entry)}
            wording={wording}
            when={
              <time datetime={session.startsAt.toString({ smallestUnit: 'minute' })}>
                {hoursInWords(session, wording)}
              </time>
            }
          />
          {takesPlace && (
            <LinkButton href={paths.sessionCalendar(language, session.id)} icon="calendar" block>
              {t('programme.offer.calendar')}
            </LinkButton>
          )}
          {takesPlace && (
            <TellFriends
              title={wording.joined([
                entry.title.text,
                wording.day(session.heldOn),
                hoursInWords(session, wording),
              ])}
              {...{ address, wording }}
            />
          )}
          <p>
            <LoneLink href={paths.offer(language, entry.slug)}>{t('programme.session.allDates')}</LoneLink>
          </p>
        </Card>
      }
    >
      <NotTakingPlace {...props} isOver={isOver} />
      {takesPlace && <NotAsAlways session={session} wording={wording} />}
      <Words
        details={details}
        facts={{ ...entry, isElsewhere }}
        when={spoken => spoken.joined([spoken.day(session.heldOn), hoursInWords(session, spoken)])}
        wording={wording}
        tags={[
          ...(takesPlace ? tagsOf(entry, wording, now) : factTagsOf(entry, wording)),
          ...easeTagsOf(entry, wording),
        ]}
      />
      {takesPlace && <Changes changes={changes} wording={wording} />}
      {takesPlace && together && <JointFacts {...together} wording={wording} />}
      {takesPlace && (
        <Card title={t('programme.offer.joining')} tint>
          {courseDays.length > 1 && <WholeCourse days={courseDays} wording={wording} />}
          <JoinNow {...entry} {...{ details, wording, now }} />
        </Card>
      )}
    </Columns>
  )
}

/** The facts of the offer as they are on this day: a date may be held elsewhere, in other languages, by somebody else. */
const onThatDay = (
  details: OfferDetails,
  { place, languages, isStepFree, session }: Entry,
): OfferDetails => ({
  ...details,
  offer: { ...details.offer, place, languages, isStepFree },
  leader: session?.ownLeader ?? details.leader,
})

/** Who joins one date of a course joins all of them. */
const WholeCourse = ({ days, wording }: { days: readonly CourseDay[]; wording: Wording }) => (
  <>
    <div>
      <CourseDays days={days} wording={wording} />
    </div>
    <p>{wording.t('programme.offer.wholeCourse')}</p>
  </>
)

const NotAsAlways = ({ session, wording }: { session: SessionFacts; wording: Wording }) => {
  const ways = ownWaysInWords(session, wording)
  return ways.length > 0 ? (
    <Notice tone="warning" title={wording.t('programme.session.notAsAlways')}>
      {ways.map(way => (
        <p>{way}</p>
      ))}
    </Notice>
  ) : null
}

const NotTakingPlace = ({ entry: { session }, wording, isOver }: SessionPageProps & { isOver: boolean }) => {
  const { t, day, language } = wording
  const cancelled = session?.cancelled
  if (cancelled) {
    const sentences = [
      t('programme.cancelled.because', { reason: t(`programme.cancelled.reason.${cancelled.reason}`) }),
      cancelled.note,
    ]
    return (
      <Notice tone="danger" title={t('programme.session.cancelledTitle')}>
        {sentences.filter(Boolean).join(' · ')}
        {cancelled.nextOn && cancelled.nextId && (
          <p>
            <LoneLink href={paths.session(language, cancelled.nextId)}>
              {t('programme.cancelled.next', { day: day(cancelled.nextOn) })}
            </LoneLink>
          </p>
        )}
      </Notice>
    )
  }
  return isOver ? (
    <Notice title={t('programme.session.over')}>{t('programme.session.overBody')}</Notice>
  ) : null
}
