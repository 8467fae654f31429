import type { Child } from 'hono/jsx'
import { paths as carePaths } from '../../../care/index.ts'
import { paths as jointPaths } from '../../../joint-activities/index.ts'
import {
  Cluster,
  type Column,
  ConfirmButton,
  DataTable,
  EmptyState,
  LinkButton,
  Notice,
  Stack,
  Tag,
  type Tone,
} from '../../../platform/design/index.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import { hoursInWords, ownWaysInWords, paths } from '../../../programme/index.ts'
import { paths as registrationPaths } from '../../../registration/index.ts'
import { staffPaths } from '../../staff-paths.ts'
import type { StaffOffer, StaffSession } from '../store/staff-offers.ts'
import { placesInWords } from './staff-programme-page.tsx'

export type OfferNews =
  | { news: 'planned' | 'saved' | 'published' | 'taken-off' | 'changed' | 'changed-meanwhile' }
  | { news: 'care-undecided' }
  | { news: 'dates-changed' | 'held-again' }
  | { news: 'awaited'; registrations: number }

type Props = {
  wording: Wording
  offer: StaffOffer
  /** Its dates from today on. */
  sessions: readonly StaffSession[]
  areAllShown: boolean
  /** How many families wanted to know of new dates and were not told yet. */
  toTell: number
  news: OfferNews | undefined
}

const shownFirst = 8

/** An offer for those who plan it: its dates with their places, and what can be done with each. */
export const StaffOfferPage = ({ wording, offer, sessions, areAllShown, toTell, news }: Props) => {
  const { t, language } = wording
  const outside = sessions.filter(({ isOutsidePlan, state }) => isOutsidePlan && state === 'planned')
  return (
    <Stack gap="large">
      {news && <News news={news} wording={wording} />}
      {offer.state === 'draft' && !offer.lacksCare && <Notice title={t('programme.staff.offer.draftHint')} />}
      {offer.lacksCare && (
        <Notice tone="warning" title={t('programme.staff.offer.lacksCare')}>
          <a href={carePaths.care(language, offer.slug)}>{t('programme.staff.offer.decideCare')}</a>
        </Notice>
      )}
      {offer.lacksLink && (
        <Notice tone="warning" title={t('programme.staff.offer.lacksLink')}>
          <a href={staffPaths.online(language, offer.slug)}>{t('programme.staff.offer.enterLink')}</a>
        </Notice>
      )}
      {outside.length > 0 && offer.registration !== 'none' && (
        <Notice tone="warning" title={t('programme.staff.offer.outside', { count: outside.length })}>
          {t('programme.staff.offer.outsideHint')}
        </Notice>
      )}
      {sessions.length === 0 ? (
        <EmptyState icon="calendar" title={t('programme.staff.offer.noDates')}>
          {t('programme.staff.offer.noDatesHint')}
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption={t('programme.staff.offer.dates', { count: sessions.length })}
            columns={columnsIn(wording, offer)}
            rows={areAllShown ? [...sessions] : sessions.slice(0, shownFirst)}
          />
          {!areAllShown && sessions.length > shownFirst && (
            <p>
              <a href={`${staffPaths.offer(language, offer.slug)}?all=yes`}>
                {t('programme.staff.offer.allDates', { count: sessions.length })}
              </a>
            </p>
          )}
        </>
      )}
      <Cluster>
        {offer.state === 'published' && (
          <LinkButton href={paths.offer(language, offer.slug)} icon="link">
            {t('programme.staff.offer.asFamilies')}
          </LinkButton>
        )}
        {offer.registration !== 'none' && (
          <LinkButton href={registrationPaths.placeRules(language, offer.slug)} icon="people">
            {t('registration.rules.title')}
          </LinkButton>
        )}
        {offer.registration !== 'none' && (
          <LinkButton href={registrationPaths.closedGroup(language, offer.slug)} icon="link">
            {t('registration.closedGroup.title')}
          </LinkButton>
        )}
        {offer.registration !== 'none' && (
          <LinkButton href={registrationPaths.offerQuestions(language, offer.slug)} icon="people">
            {t('registration.offer-questions.choose')}
          </LinkButton>
        )}
        {offer.registration !== 'none' && (
          <LinkButton href={registrationPaths.reminder(language, offer.slug)} icon="clock">
            {t('registration.reminder.title')}
          </LinkButton>
        )}
        {offer.registration !== 'none' && (
          <LinkButton href={registrationPaths.again(language, offer.slug)} icon="mail">
            {toTell > 0
              ? t('registration.again.staff.toTell', { count: toTell })
              : t('registration.again.staff.title')}
          </LinkButton>
        )}
        {offer.way === 'online' && (
          <LinkButton href={staffPaths.online(language, offer.slug)} icon="online">
            {t('programme.staff.offer.online')}
          </LinkButton>
        )}
        {offer.isWithoutParents && (
          <LinkButton href={carePaths.care(language, offer.slug)} icon="people">
            {t('programme.staff.offer.care')}
          </LinkButton>
        )}
        {offer.kind === 'activity' && (
          <LinkButton href={jointPaths.plan(language, offer.slug)} icon="people">
            {t('programme.staff.offer.together')}
          </LinkButton>
        )}
        <LinkButton href={staffPaths.recordings(language, offer.slug)} icon="listen">
          {t('programme.staff.recordings.title')}
        </LinkButton>
        <LinkButton href={staffPaths.articles(language, offer.slug)} icon="check">
          {t('programme.staff.offer.articles')}
        </LinkButton>
        {offer.state === 'published' && (
          <ConfirmButton kind="quiet" action={staffPaths.takeOff(language, offer.slug)}>
            {t('programme.staff.offer.takeOff')}
          </ConfirmButton>
        )}
      </Cluster>
    </Stack>
  )
}

export const OfferActions = ({ wording: { t, language }, offer }: Pick<Props, 'wording' | 'offer'>) => {
  const isPublished = offer.state === 'published'
  return (
    <>
      <ConfirmButton
        kind={isPublished ? 'primary' : 'secondary'}
        action={staffPaths.change(language, offer.slug)}
      >
        {t('programme.staff.offer.change')}
      </ConfirmButton>
      {!isPublished && (
        <ConfirmButton kind="primary" icon="check" action={staffPaths.publish(language, offer.slug)}>
          {t('programme.staff.offer.publish')}
        </ConfirmButton>
      )}
    </>
  )
}

const News = ({ news, wording: { t } }: { news: OfferNews; wording: Wording }) => {
  if (news.news === 'awaited')
    return (
      <Notice announce tone="danger" title={t('programme.staff.news.awaited', { count: news.registrations })}>
        {t('programme.staff.news.awaitedHint')}
      </Notice>
    )
  const tone = tones[news.news] ?? 'success'
  return <Notice announce tone={tone} title={t(`programme.staff.news.${news.news}`)} />
}

const tones: Partial<Record<OfferNews['news'], Tone>> = {
  'changed-meanwhile': 'danger',
  'care-undecided': 'warning',
}

const columnsIn = (wording: Wording, offer: StaffOffer): Column<StaffSession>[] => {
  const { t } = wording
  const columns: (Column<StaffSession> | false)[] = [
    { label: t('programme.staff.offer.day'), cell: session => <Day {...{ session, wording }} /> },
    { label: t('programme.staff.offer.hours'), cell: session => hoursInWords(session, wording) },
    offer.registration !== 'none' && {
      label: t('programme.staff.list.places'),
      cell: session => placesInWords({ ...session, registration: offer.registration }, wording),
      numeric: true,
    },
    { label: t('programme.staff.offer.whatToDo'), cell: session => actionsFor(session, wording) },
  ]
  return columns.filter(column => column !== false)
}

/** The day, and what is not as the offer says on it. */
const Day = ({ session, wording }: { session: StaffSession; wording: Wording }) => {
  const own = ownWaysInWords(session, wording)
  return (
    <>
      {wording.day(session.heldOn)}
      {session.isOutsidePlan && session.state === 'planned' && (
        <>
          <br />
          <Tag tone="warning" label={wording.t('programme.staff.offer.outsideTag')} />
        </>
      )}
      {own.map(words => (
        <>
          <br />
          <small>{words}</small>
        </>
      ))}
    </>
  )
}

const actionsFor = (session: StaffSession, wording: Wording): Child => {
  const { t, language, day } = wording
  if (session.cancelReason)
    return (
      <>
        <Tag tone="danger" icon="cancelled" label={t('programme.cancelled.thatDay')} />{' '}
        {t(`programme.cancelled.reason.${session.cancelReason}`)}
        {session.cancelNote && <small> {session.cancelNote}</small>}
        {session.isToCome && (
          <ConfirmButton small kind="quiet" action={staffPaths.holdAgain(language, session.id)}>
            {t('programme.staff.offer.holdAgain')}
            <span class="kern-sr-only">, {day(session.heldOn)}</span>
          </ConfirmButton>
        )}
      </>
    )
  return (
    <span class="row-links">
      {session.intakeId && (
        <a href={registrationPaths.sessionList(language, session.id)}>
          {t('programme.staff.offer.list')}
          <span class="kern-sr-only">, {day(session.heldOn)}</span>
        </a>
      )}
      {session.isToCome && (
        <>
          <a href={staffPaths.changeDate(language, session.id)}>
            {t('programme.staff.offer.changeDate')}
            <span class="kern-sr-only">, {day(session.heldOn)}</span>
          </a>
          <a href={staffPaths.leaderAway(language, session.id)}>
            {t('programme.staff.offer.leaderAway')}
            <span class="kern-sr-only">, {day(session.heldOn)}</span>
          </a>
        </>
      )}
      <a href={staffPaths.cancel(language, session.id)}>
        {t('programme.staff.offer.cancel')}
        <span class="kern-sr-only">, {day(session.heldOn)}</span>
      </a>
    </span>
  )
}
