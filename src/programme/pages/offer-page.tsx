import { type JointActivity, type JointDate, JointFacts } from '../../joint-activities/index.ts'
import {
  Card,
  Columns,
  LinkButton,
  LoneLink,
  Prose,
  Section,
  Stack,
  type TagFact,
  Tags,
  TimeCards,
} from '../../platform/design/index.ts'
import { directionOf, type Wording } from '../../platform/wording/wording.ts'
import type { OfferChange } from '../announced.ts'
import type { Entry, OfferDetails, SeriesFacts } from '../entry.ts'
import { paths } from '../paths.ts'
import { BookWithoutName } from './book-without-name.tsx'
import { Changes } from './changes.tsx'
import { DateCard } from './date-card.tsx'
import { easeTagsOf, hoursInWords, InLanguage, tagsOf } from './facts.tsx'
import { ListenAloud, WhenAndWhere } from './listen-aloud.tsx'
import { JoinNow, LanguageNote, OfferFacts, TellFriends } from './offer-facts.tsx'
import { Recorded } from './recorded.tsx'
import { seriesInWords } from './series-words.ts'

export type OfferPageProps = {
  wording: Wording
  now: Temporal.Instant
  today: Temporal.PlainDate
  details: OfferDetails
  series: SeriesFacts[]
  dates: Entry[]
  /** Where all dates stand, if these are only the next ones. */
  moreHref: string | undefined
  /** The whole address of the page, to be sent on. */
  address: string
  /** Where one books a consultation of the centre without a name; undefined while nothing is free. */
  consultations: { href: string } | undefined
  /** What families do together, and how the next date stands; undefined for everything else. */
  together: Together
  /** What families knew otherwise until lately. */
  changes: readonly OfferChange[]
  /** When somebody of the team last looked whether all of this is right. */
  checkedOn: Temporal.PlainDate | undefined
}

export type Together = { joint: JointActivity; date: JointDate | undefined } | undefined

/** An offer: what it is, when, where, for whom, and how to join. */
export const OfferPage = (props: OfferPageProps) => {
  const { wording, now, details, dates, moreHref, address, consultations, together, changes, checkedOn } =
    props
  const { t, language } = wording
  const { offer } = details
  const isElsewhere = details.isElsewhere || Boolean(together?.joint.meetingPoint)
  const next = dates.find(({ session }) => !session?.cancelled)
  const intake = offer.registration === 'session' ? (next?.intake ?? null) : offer.intake
  return (
    <Columns
      aside={
        <Card accent={offer.centre.slug}>
          <OfferFacts
            {...{ details, wording }}
            when={<When {...props} />}
            isElsewhere={isElsewhere}
            checkedOn={checkedOn}
          />
          {dates.length > 0 && (
            <LinkButton href={paths.offerCalendar(language, offer.slug)} icon="calendar" block>
              {t('programme.offer.allInCalendar')}
            </LinkButton>
          )}
          <LinkButton href={paths.poster(language, offer.slug)} icon="print" block>
            {t('print.poster.link')}
          </LinkButton>
          <LinkButton href={paths.card(language, offer.slug)} icon="download" block>
            {t('print.card.link')}
          </LinkButton>
          <TellFriends title={offer.title.text} {...{ address, wording }} />
        </Card>
      }
      below={
        <Section id="dates" title={t('programme.offer.dates')}>
          {dates.length > 0 ? (
            <TimeCards>
              {dates.map(entry => (
                <DateCard entry={entry} wording={wording} now={now} />
              ))}
            </TimeCards>
          ) : (
            <p>{t('programme.offer.noDates')}</p>
          )}
          {moreHref && (
            <p>
              <LoneLink href={moreHref}>{t('programme.session.allDates')}</LoneLink>
            </p>
          )}
        </Section>
      }
    >
      <Words
        details={details}
        facts={{ ...offer, isElsewhere }}
        when={spoken => whenInWords(props, spoken)}
        wording={wording}
        tags={[...tagsOf({ ...offer, intake }, wording, now), ...easeTagsOf(offer, wording)]}
      />
      <Changes changes={changes} wording={wording} />
      {consultations && <BookWithoutName href={consultations.href} wording={wording} />}
      {together && <JointFacts {...together} wording={wording} />}
      <Card title={t('programme.offer.joining')} tint>
        {offer.registration === 'session' && next?.session && (
          <p>
            <b>
              {t('programme.offer.next')}: {wording.day(next.session.heldOn)}
            </b>
          </p>
        )}
        <JoinNow {...offer} {...{ intake, details, wording, now }} />
        {offer.registration === 'course' && dates.length > 1 && (
          <p class="muted">{t('programme.offer.wholeCourse')}</p>
        )}
      </Card>
    </Columns>
  )
}

type Heard = Omit<Parameters<typeof WhenAndWhere>[0], 'language'>

/** Title, facts at a glance and text of an offer, each in the language it is written in. */
export const Words = ({
  details,
  facts,
  when,
  tags,
  wording,
}: Pick<OfferPageProps, 'details' | 'wording'> & Heard & { tags: TagFact[] }) => {
  const { offer, body, isWithoutParents, recording } = details
  const { language } = offer.title
  const alone: TagFact = { label: wording.t('programme.offer.alone'), icon: 'people' }
  return (
    <Stack>
      <p>
        <LoneLink href={paths.offers(wording.language)}>{wording.t('programme.offer.back')}</LoneLink>
      </p>
      <h1 data-aloud>
        <InLanguage spoken={offer.title} wording={wording} />
      </h1>
      <Tags tags={isWithoutParents ? [alone, ...tags] : tags} />
      <LanguageNote details={details} wording={wording} />
      {recording ? (
        <Recorded recording={recording} wording={wording} />
      ) : (
        <>
          <ListenAloud language={language} wording={wording} />
          <WhenAndWhere {...{ language, facts, when }} />
        </>
      )}
      <div lang={language} dir={directionOf(language)} data-aloud>
        <Prose>
          {offer.summary && (
            <p>
              <b>{offer.summary}</b>
            </p>
          )}
          {body.split(/\n{2,}/).map(paragraph => paragraph && <p>{paragraph}</p>)}
        </Prose>
      </div>
    </Stack>
  )
}

/** The rule of its dates, or else the next one. */
const whenInWords = ({ series, dates, details }: OfferPageProps, wording: Wording) => {
  if (series.length > 0) return series.map(slot => seriesInWords(slot, wording)).join('. ')
  const session = dates.find(date => date.session && !date.session.cancelled)?.session
  return session
    ? wording.joined([wording.day(session.heldOn), hoursInWords(session, wording)])
    : wording.t(`programme.format.${details.offer.format}`)
}

const When = ({ series, wording, details }: OfferPageProps) => {
  if (series.length === 0) return <>{wording.t(`programme.format.${details.offer.format}`)}</>
  return series.map((slot, index) => (
    <>
      {index > 0 && <br />}
      {seriesInWords(slot, wording)}
    </>
  ))
}
