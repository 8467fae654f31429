import { type CodeFault, CodeForm } from '../../codes/index.ts'
import {
  Card,
  Cluster,
  ConfirmButton,
  EmptyState,
  Fold,
  LinkButton,
  Notice,
  Section,
  Stack,
  Tag,
  type TagFact,
  TimeCard,
  TimeCards,
} from '../../platform/design/index.ts'
import { directionOf, type Wording } from '../../platform/wording/wording.ts'
import { paths as programmePaths } from '../../programme/index.ts'
import {
  AgainChoices,
  type AgainOnPage,
  isLive,
  paths as registrationPaths,
  type safeValuesOf,
} from '../../registration/index.ts'
import { paths } from '../paths.ts'
import { PhonesThatHear, PushForm, type PushOnPage } from '../push/push-form.tsx'
import type { FamilyDate } from '../read-page.ts'
import type { StoredRegistration } from '../store.ts'
import { EraseForm } from './erase-form.tsx'
import { Papers } from './papers.tsx'
import { SafeForm } from './safe-form.tsx'
import { WhatIsStored } from './what-is-stored.tsx'

export const newsOfPage = [
  'together',
  'other-provider',
  'saved',
  'push-on',
  'push-off',
  'push-all-off',
  'push-too-many',
] as const

export type FamilyPageProps = {
  link: string
  stored: readonly StoredRegistration[]
  /** Those that are not over, in order of time. */
  dates: readonly FamilyDate[]
  /** What of it costs something, and has a paper. */
  papers: readonly StoredRegistration[]
  /** What it may want to be told of when it starts again. */
  again: readonly AgainOnPage[]
  /** The calendar of the family with its host. */
  calendar: string
  news: (typeof newsOfPage)[number] | undefined
  push: PushOnPage
  codeFault: CodeFault | undefined
  /** Hours that have to be mended, as they were typed. */
  typedSafe: ReturnType<typeof safeValuesOf> | undefined
  /** The secret of the form by which safe contact is chosen. */
  renderingKey: string
  /** Pressed to erase, without saying that she is sure. */
  isUnsure: boolean
  wording: Wording
}

const datesShown = 12

/** All that a family has at one provider: dates, registrations, what is stored, and the way to have it erased. */
export const FamilyPage = ({ link, news, codeFault, typedSafe, isUnsure, ...props }: FamilyPageProps) => {
  const { stored, wording } = props
  const { t, language } = wording
  return (
    <Stack gap="large">
      <Stack>
        <h1>{t('household.title')}</h1>
        {news && (
          <Notice
            tone={news === 'other-provider' || news === 'push-too-many' ? 'warning' : 'success'}
            title={t(`household.news.${news}`)}
            announce
          >
            {news === 'other-provider' && (
              <LinkButton href={registrationPaths.findByCode(language)}>
                {t('household.together.open')}
              </LinkButton>
            )}
          </Notice>
        )}
        <p>{t('household.lead')}</p>
      </Stack>
      <Dates {...props} />
      <Section title={t('household.registrations.title')}>
        <Stack gap="small">
          {stored.map(registration => (
            <Registration {...{ registration, link, wording }} />
          ))}
        </Stack>
      </Section>
      <AgainChoices choices={props.again} action={paths.again(language, link)} wording={wording} />
      <Papers {...{ stored, link, wording }} papers={props.papers} />
      <Fold title={t('household.together.title')} open={codeFault !== undefined}>
        <Stack>
          <p>{t('household.together.how')}</p>
          <CodeForm
            action={paths.together(language, link)}
            fault={codeFault}
            says={saysOf(wording)}
            wording={wording}
          />
        </Stack>
      </Fold>
      <PushForm push={props.push} action={paths.push(language, link)} wording={wording} />
      <PhonesThatHear push={props.push} action={paths.push(language, link)} wording={wording} />
      <SafeForm
        action={paths.safe(language, link)}
        typed={typedSafe}
        {...{ stored, wording }}
        renderingKey={props.renderingKey}
      />
      <WhatIsStored stored={stored} wording={wording} />
      <EraseForm action={paths.erase(language, link)} isUnsure={isUnsure} wording={wording} />
      <p>
        <a href={registrationPaths.manage(language, link)}>{t('household.back')}</a>
      </p>
    </Stack>
  )
}

const saysOf = ({ t }: Wording) => ({
  ...{ hint: t('codes.hint'), button: t('household.together.add'), unknown: t('codes.problem.code') },
})

const Dates = ({ dates, calendar, wording }: Pick<FamilyPageProps, 'dates' | 'calendar' | 'wording'>) => {
  const { t } = wording
  const [next, ...others] = dates.slice(0, datesShown)
  if (!next)
    return (
      <EmptyState icon="calendar" title={t('household.dates.none')}>
        {t('household.dates.noneNext')}
      </EmptyState>
    )
  return (
    <Section title={t('household.dates.title')}>
      <Stack>
        <TimeCards>
          <DateOfFamily date={next} wording={wording} />
        </TimeCards>
        {others.length > 0 && (
          <details>
            <summary>{t('household.dates.others')}</summary>
            <TimeCards>
              {others.map(date => (
                <DateOfFamily date={date} wording={wording} />
              ))}
            </TimeCards>
            {dates.length > datesShown && (
              <p>{t('household.dates.more', { count: dates.length - datesShown })}</p>
            )}
          </details>
        )}
        <Cluster>
          <LinkButton icon="calendar" href={calendar} download>
            {t('household.calendar.once')}
          </LinkButton>
          <LinkButton kind="quiet" href={calendar.replace(/^https?:/, 'webcal:')}>
            {t('household.calendar.subscribe')}
          </LinkButton>
        </Cluster>
      </Stack>
    </Section>
  )
}

const DateOfFamily = ({
  date: { entry, names, isAway },
  wording,
}: {
  date: FamilyDate
  wording: Wording
}) => {
  const { language } = wording
  const { session, title, centre } = entry
  const isOff = session.cancelled !== null
  const { language: titleLanguage } = title
  return (
    <TimeCard
      dated
      time={wording.shortDay(session.heldOn)}
      dateTime={session.startsAt.toString({ smallestUnit: 'minute' })}
      until={session.ends ? wording.hours(session.starts, session.ends) : wording.time(session.starts)}
      title={<bdi dir={directionOf(titleLanguage)}>{title.text}</bdi>}
      titleLanguage={titleLanguage === language ? undefined : titleLanguage}
      href={programmePaths.session(language, session.id)}
      details={wording.joined([centre.name, wording.list([...names])])}
      tags={tagsOf(isOff, isAway, wording)}
      accent={centre.slug}
      cancelled={isOff}
    />
  )
}

const tagsOf = (isOff: boolean, isAway: boolean, { t }: Wording): TagFact[] | undefined => {
  if (isOff) return [{ label: t('household.dates.off'), icon: 'cancelled', tone: 'danger' }]
  return isAway ? [{ label: t('registration.absence.away'), tone: 'warning' }] : undefined
}

/** A registration and the way to its own page, which needs a link of its own: links are kept as hashes only. */
const Registration = ({
  registration: { id, state, isCalledOff, title, titleLanguage, centre, startsAt },
  link,
  wording,
}: {
  registration: StoredRegistration
  link: string
  wording: Wording
}) => {
  const { t, language } = wording
  return (
    <Card>
      <Stack gap="small">
        <p>
          {isCalledOff && isLive(state) ? (
            <Tag label={t('household.dates.off')} icon="cancelled" tone="danger" />
          ) : (
            <Tag label={t(`household.state.${state}`)} tone={state === 'confirmed' ? 'success' : undefined} />
          )}{' '}
          <b lang={titleLanguage === language ? undefined : titleLanguage}>
            <bdi dir={directionOf(titleLanguage)}>{title}</bdi>
          </b>
        </p>
        <p class="muted">{wording.joined([centre, wording.moment(startsAt)])}</p>
        <ConfirmButton small action={paths.open(language, link)} fields={{ registration: id }}>
          {t(isLive(state) ? 'household.registrations.change' : 'household.registrations.look')}
        </ConfirmButton>
      </Stack>
    </Card>
  )
}
