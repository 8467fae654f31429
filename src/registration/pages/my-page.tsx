import { CodeOnPaper } from '../../codes/index.ts'
import { JointFacts, ThingsFields } from '../../joint-activities/index.ts'
import { Button, Cluster, Form, Lines, LinkButton, Notice, type Tone } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { Absences } from '../absence/pages/absences.tsx'
import { GroupNotices } from '../group/pages/notices.tsx'
import type { NumberFault } from '../number/number-routes.tsx'
import { ConfirmNumber } from '../number/pages/confirm-number.tsx'
import { paths } from '../paths.ts'
import { isLive, type RegistrationState } from '../registration.ts'
import { rulesInWords } from '../rules/pages/rules-in-words.tsx'
import { Clashes, SameOfferDates } from '../several/pages/besides.tsx'
import type { RegistrationView } from '../show.ts'
import type { CourseDate } from '../store/excused.ts'
import type { GroupNotice } from '../store/group-notices.ts'
import type { OnlineSession } from '../store/online-session.ts'
import type { Clash, SameOffer } from '../store/same-page.ts'
import type { Way } from '../surroundings.ts'
import { CalledOff } from './called-off.tsx'
import { askingAt, IntakeFacts, OfferTitle, RegistrationDataNotice } from './intake-facts.tsx'
import { type News, newsThatFits } from './news.ts'
import { hasAsked, isCalledOff, stateInWords } from './state-in-words.ts'
import { WhereNewsGo } from './where-news-go.tsx'

type Props = {
  view: RegistrationView
  wording: Wording
  /** The personal address of the registration. */
  address: string
  news: News | undefined
  now: Temporal.Instant
  /** What it costs, said before an offered place is taken. */
  price: readonly string[]
  /** Undefined for a link that knows of none. */
  code: string | undefined
  /** The next session, where it is held online. */
  online: OnlineSession | undefined
  /** Where else one goes from here, such as to what one pays. */
  ways: readonly Way[]
  /** What all families of the group are told. */
  notices: readonly GroupNotice[]
  /** The next dates of a course. */
  dates: readonly CourseDate[]
  /** What else the family has: the same offer on other days, and something at the same time. */
  besides: { sameOffer: readonly SameOffer[]; clashes: readonly Clash[] }
  /** The code that came by SMS is still to be typed, and what was wrong with the one that was. */
  number: { asks: boolean; isCodeSent: boolean; fault: NumberFault | undefined }
}

/** One registration, for whoever has its link: first names and the session, what is next, and what can be done. */
export const MyPage = ({ view, wording, address, now, price, code, online, ways, ...props }: Props) => {
  const { registration } = view
  const { state, household, party } = registration
  const { t } = wording
  const news = newsThatFits(state, props.news)
  const stands = stateInWords(view, wording)
  const names = wording.list([household.called, ...party.children.map(child => child.firstName)])
  const title = <OfferTitle view={view} wording={wording} />
  const isOff = isCalledOff(view)
  return (
    <div class="stack">
      <h1>{news === 'registered' ? stands : title}</h1>
      {isOff && <CalledOff intake={view.intake} wording={wording} />}
      {(news || !isOff) && <State {...{ view, wording, address, news, price }} title={title} />}
      {news && newsOfContact.some(one => one === news) && (
        <WhereNewsGo {...{ registration, now, address, wording }} />
      )}
      {props.number.asks && (
        <ConfirmNumber
          {...{ registration, wording }}
          action={`${address}/number`}
          fault={props.number.fault}
          isCodeSent={props.number.isCodeSent}
        />
      )}
      <Clashes clashes={props.besides.clashes} wording={wording} />
      <GroupNotices notices={props.notices} wording={wording} />
      {online && <ComeOnline {...{ online, view, wording }} />}
      {code && isLive(state) && (
        <CodeOnPaper code={code} title={t('registration.my.codeTitle')} use={t('registration.my.codeUse')} />
      )}
      <IntakeFacts {...{ view, wording }} price={isLive(state) && state !== 'offered' ? price : []} />
      {isLive(state) && view.together && <JointFacts {...view.together} wording={wording} withoutThings />}
      {isLive(state) && <p>{t('registration.my.who', { names })}</p>}
      {state === 'confirmed' && !isOff && <Brings {...{ view, wording, address }} />}
      <SameOfferDates sameOffer={props.besides.sameOffer} wording={wording} />
      <Absences by="family" dates={props.dates} address={address} wording={wording} />
      <MoreWays ways={ways} />
      <WhatToDo {...{ view, wording, address }} />
      <RegistrationDataNotice view={view} wording={wording} />
    </div>
  )
}

/** After these, whoever has typed where to be reached looks whether it is right. */
const newsOfContact = ['registered', 'some-dates', 'changed'] as const satisfies readonly News[]

const tones: Record<RegistrationState, Tone> = {
  ...{ confirmed: 'success', waiting: 'info', offered: 'warning' },
  ...{ cancelled: 'info', declined: 'info', expired: 'info' },
}

/** One box: the news of this moment if there are any, else how things stand; and what follows from it. */
const State = ({
  view,
  wording,
  address,
  news,
  price,
  title,
}: Pick<Props, 'view' | 'wording' | 'address' | 'news' | 'price'> & {
  title: ReturnType<typeof OfferTitle>
}) => {
  const { t } = wording
  const { state } = view.registration
  const stands = stateInWords(view, wording)
  const isOn = !isCalledOff(view)
  const says = news && news !== 'registered' ? t(`registration.news.${news}`) : stands
  const isMore =
    news === 'changed' ||
    news === 'some-dates' ||
    news === 'brings' ||
    news === 'away' ||
    news === 'comes-after-all' ||
    news === 'not-all' ||
    news === 'nothing-offered' ||
    news === 'safe' ||
    news === 'number-confirmed' ||
    news === 'code-sent' ||
    news === 'already-ended'
  return (
    <Notice
      tone={news === 'too-late' || news === 'not-all' || news === 'some-dates' ? 'warning' : tones[state]}
      title={news === 'registered' ? title : says}
      announce={news !== undefined}
    >
      {isMore && <p>{stands}</p>}
      {isOn && state === 'confirmed' && <p>{t('registration.my.confirmedNext')}</p>}
      {isOn && state === 'waiting' && <Waiting view={view} wording={wording} address={address} />}
      {isOn && state === 'offered' && <Offered {...{ view, wording, address, price }} />}
    </Notice>
  )
}

/** How the family hears of a place, and where it stands in line. */
const Waiting = ({ view, wording, address }: Pick<Props, 'view' | 'wording' | 'address'>) => {
  const { t } = wording
  const { contact, isNumberConfirmed } = view.registration.household
  const kind = contact.kind === 'phone' && isNumberConfirmed ? 'sms' : contact.kind
  return (
    <div class="stack stack--small">
      <p>
        {t(`registration.my.${hasAsked(view) ? 'askedNext' : 'waitingNext'}.${kind}`, {
          phone: askingAt(view),
        })}
      </p>
      {view.position !== null && !hasAsked(view) && (
        <p>
          {[
            t('registration.my.position', { position: view.position }),
            ...rulesInWords(view.intake, wording),
          ].join(' ')}
        </p>
      )}
      {kind === 'none' && (
        <Cluster>
          <LinkButton href={`${address}/change`}>{t('registration.my.leaveNumber')}</LinkButton>
        </Cluster>
      )}
    </div>
  )
}

const Offered = ({
  view,
  wording,
  address,
  price,
}: Pick<Props, 'view' | 'wording' | 'address' | 'price'>) => {
  const { t } = wording
  const { offeredUntil } = view.registration
  return (
    <div class="stack stack--small">
      {offeredUntil && <p>{t('registration.my.offeredUntil', { until: wording.moment(offeredUntil) })}</p>}
      <p>
        <b>{t('programme.offer.price')}:</b> <Lines of={price} />
      </p>
      <form class="cluster" method="post" action={`${address}/answer`}>
        <Button kind="primary" name="answer" value="accept">
          {t('registration.my.accept')}
        </Button>
        <Button name="answer" value="decline">
          {t('registration.my.decline')}
        </Button>
      </form>
    </div>
  )
}

/** Where the session is held, from shortly before it starts; until then, when that will be. */
const ComeOnline = ({
  online: { address, hasLink, shownFrom },
  view,
  wording,
}: Pick<Props, 'view' | 'wording'> & { online: OnlineSession }) => {
  const { t } = wording
  return (
    <section class="stack stack--small">
      <h2>{t('registration.my.online.title')}</h2>
      {address ? (
        <>
          <Cluster>
            <LinkButton kind="primary" icon="online" href={address}>
              {t('registration.my.online.come')}
            </LinkButton>
          </Cluster>
          <p>{t('registration.my.online.keepToYou')}</p>
        </>
      ) : (
        <p>
          {t(`registration.my.online.${hasLink ? 'from' : 'missing'}`, {
            ...{ when: wording.moment(shownFrom), phone: askingAt(view) },
          })}
        </p>
      )}
    </section>
  )
}

/** What the family promised to bring, and what is still needed; it may change its mind. */
const Brings = ({ view: { things }, wording, address }: Pick<Props, 'view' | 'wording' | 'address'>) => {
  const { t } = wording
  if (things.length === 0) return null
  return (
    <Form action={`${address}/brings`}>
      <ThingsFields
        things={things}
        ticked={things.filter(({ isMine }) => isMine).map(({ id }) => id)}
        wording={wording}
      />
      <Cluster>
        <Button>{t('registration.my.keepBrings')}</Button>
      </Cluster>
    </Form>
  )
}

const MoreWays = ({ ways }: Pick<Props, 'ways'>) =>
  ways.length > 0 && (
    <Cluster>
      {ways.map(({ href, label, icon }) => (
        <LinkButton href={href} icon={icon}>
          {label}
        </LinkButton>
      ))}
    </Cluster>
  )

/** While a place is offered, saying no to it is the way to cancel; once all is over there are other offers. */
const WhatToDo = ({ view, wording, address }: Pick<Props, 'view' | 'wording' | 'address'>) => {
  const { t, language } = wording
  const { state } = view.registration
  if (!isLive(state))
    return (
      <Cluster>
        <LinkButton href={paths.offers(language)}>{t('registration.my.otherOffers')}</LinkButton>
      </Cluster>
    )
  const isOff = isCalledOff(view)
  return (
    <Cluster>
      {isOff && (
        <LinkButton href={paths.offer(language, view.intake.offerSlug)}>
          {t('programme.session.allDates')}
        </LinkButton>
      )}
      {state === 'confirmed' && !isOff && (
        <LinkButton icon="calendar" href={paths.calendar(language, view.intake)} download>
          {t('registration.my.calendar')}
        </LinkButton>
      )}
      {state !== 'offered' && (
        <>
          {!isOff && <LinkButton href={`${address}/change`}>{t('registration.my.change')}</LinkButton>}
          <LinkButton kind="quiet" href={`${address}/cancel`}>
            {t('registration.my.cancel')}
          </LinkButton>
        </>
      )}
    </Cluster>
  )
}
