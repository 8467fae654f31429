import { type Centre, paths as centrePaths, type District, MapImage } from '../../centres/index.ts'
import { paths as explainedPaths } from '../../explained/index.ts'
import {
  Card,
  Cluster,
  Columns,
  EmptyState,
  LinkButton,
  LoneLink,
  Section,
  Stack,
  type Tile,
  Tiles,
  TimeCards,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { OfferChange } from '../announced.ts'
import type { Entry } from '../entry.ts'
import { type Day, type Filters, nearOf, weekdays } from '../filters.ts'
import { paths } from '../paths.ts'
import { joiningOf } from '../places.ts'
import { byTime, weekOf } from '../week.ts'
import { EntryCard } from './entry-card.tsx'
import { dayHeading } from './offers-page.tsx'
import { WeekTable } from './week-table.tsx'

export type HomePageProps = {
  wording: Wording
  now: Temporal.Instant
  today: Temporal.PlainDate
  changes: ReadonlyMap<string, OfferChange[]>
  district: District | undefined
  centres: Centre[]
  mapMark: string
  /** Everything from today on for seven days, near the district first. */
  entries: Entry[]
}

const shownOnNextDay = 5
const shownADay = 3

/**
 * The ways in by topic, what is next near the family, the days after that, and all centres. On a phone the days and
 * the centres are one link away, so that nobody scrolls through nine screens.
 */
export const HomePage = (props: HomePageProps) => {
  const { wording, district, today, entries } = props
  const { t, language } = wording
  const near = nearOf(district)
  const next = entries[0]?.session?.heldOn
  if (!next) return <NothingThisWeek {...props} />

  const isNext = ({ session }: Entry) => session?.heldOn.equals(next)
  const days = next.until(today.add({ days: 6 })).days
  const week = weekOf(
    next.add({ days: 1 }),
    entries.filter(entry => !isNext(entry)),
    { days, limit: shownADay },
  )
  return (
    <Columns aside={<CentresCard {...props} />}>
      <section>
        <h2 class="kern-sr-only">{t('programme.home.topics')}</h2>
        <Tiles tiles={tiles(near, wording)} />
        <LoneLink href={explainedPaths.page(language)}>{t('explained.title')}</LoneLink>
      </section>
      <NextDay {...props} day={next} entries={entries.filter(isNext)} />
      {days > 0 && (
        <div class="not-on-phones">
          <Section title={t('programme.home.comingDays')}>
            <WeekTable
              {...{ week, today, wording }}
              caption={<span class="kern-sr-only">{t('programme.home.weekCaption')}</span>}
              moreOf={date =>
                paths.offers(language, { ...near, day: weekdays[date.dayOfWeek - 1] ?? 'week' })
              }
              withCentre
            />
          </Section>
        </div>
      )}
    </Columns>
  )
}

/** The sessions of the day on which there is one: those for the district, and the nearest of the others. */
const NextDay = (props: HomePageProps & { day: Temporal.PlainDate }) => {
  const { entries, day, wording, today, now } = props
  const { t } = wording
  const shown = joinable(entries, now).slice(0, shownOnNextDay)
  const local = shown.filter(({ isLocal }) => isLocal)
  const others = shown
    .filter(({ isLocal }) => !isLocal)
    .sort((one, other) => cancelledLast(one, other) || byTime(one, other))
  const [first, further] = local.length > 0 ? [local, others] : [others, []]
  return (
    <>
      <Section title={dayHeading(day.toString(), props)}>
        <Stack gap="small">
          {!day.equals(today) && <p class="muted">{t('programme.home.nothingLeft')}</p>}
          <EntryCards {...props} entries={first} />
        </Stack>
      </Section>
      {further.length > 0 && (
        <Section title={t('programme.home.further')}>
          <EntryCards {...props} entries={further} />
        </Section>
      )}
      <MoreOfDay {...props} more={entries.length - shown.length} />
    </>
  )
}

/** What a family can still come to, with what is cancelled at the end; all of it where that would leave nothing. */
const joinable = (entries: readonly Entry[], now: Temporal.Instant) => {
  const open = entries.filter(
    ({ registration, intake }) =>
      !['closed', 'by-invitation'].includes(joiningOf(registration, intake, now).joining),
  )
  const shown = open.length > 0 ? open : entries
  return [...shown].sort(cancelledLast)
}

const cancelledLast = (one: Entry, other: Entry) => Number(isCancelled(one)) - Number(isCancelled(other))

const isCancelled = ({ session }: Entry) => Boolean(session?.cancelled)

const EntryCards = ({ entries, ...props }: HomePageProps) => (
  <TimeCards>
    {entries.map(entry => (
      <EntryCard {...props} entry={entry} />
    ))}
  </TimeCards>
)

const MoreOfDay = ({
  day,
  more,
  today,
  district,
  wording: { t, language },
}: HomePageProps & { day: Temporal.PlainDate; more: number }) => {
  const near = nearOf(district)
  const dayName: Day = day.equals(today) ? 'today' : (weekdays[day.dayOfWeek - 1] ?? 'week')
  return (
    <Cluster>
      {more > 0 && (
        <LinkButton href={paths.offers(language, { ...near, day: dayName })}>
          {t('programme.home.more', { count: more })}
        </LinkButton>
      )}
      <LinkButton href={paths.offers(language, { ...near, day: 'week' })} icon="calendar">
        {t('programme.home.wholeWeek')}
      </LinkButton>
    </Cluster>
  )
}

const NothingThisWeek = (props: HomePageProps) => {
  const { t, language } = props.wording
  return (
    <Columns aside={<CentresCard {...props} />}>
      <EmptyState
        icon="today"
        title={t('programme.home.nothingThisWeek')}
        actions={<LinkButton href={paths.offers(language)}>{t('programme.home.allOffers')}</LinkButton>}
      >
        {t('programme.home.nothingThisWeekBody')}
      </EmptyState>
    </Columns>
  )
}

const CentresCard = ({ wording, centres, district, mapMark }: HomePageProps) => {
  const { t, language } = wording
  return (
    <Card tint title={t('programme.home.centres', { count: centres.length })}>
      <MapImage wording={wording} district={district?.code} mark={mapMark} />
      <p class="on-phones">
        <LoneLink href={centrePaths.centres(language, district?.code)}>
          {t('programme.home.centresAsList')}
        </LoneLink>
      </p>
      <ul class="link-list not-on-phones">
        {centres.map(centre => (
          <li>
            <a href={centrePaths.centre(language, centre.slug)}>
              <bdi>{centre.name}</bdi>
            </a>
            {centre.isLocal && <small>{t('centres.yours')}</small>}
          </li>
        ))}
      </ul>
      <p>
        <LoneLink href={centrePaths.districts(language)}>{t('programme.home.chooseDistrict')}</LoneLink>
      </p>
    </Card>
  )
}

const tiles = (near: Filters, { t, language }: Wording): Tile[] => {
  const tile = (
    name: 'meet' | 'play' | 'courses' | 'advice' | 'neighbours' | 'online',
    filters: Filters,
    look: Pick<Tile, 'icon' | 'tone'>,
  ): Tile => ({
    label: t(`programme.tile.${name}`),
    href: paths.offers(language, { ...near, ...filters }),
    ...look,
  })
  return [
    tile('meet', { kind: 'encounter' }, { icon: 'meeting', tone: 'sun' }),
    tile('play', { topic: 'play' }, { icon: 'play', tone: 'leaf' }),
    tile('courses', { kind: 'education' }, { icon: 'course', tone: 'petrol' }),
    tile('advice', { kind: 'counselling' }, { icon: 'advice', tone: 'leaf' }),
    tile('neighbours', { kind: 'neighbourly' }, { icon: 'neighbours', tone: 'sun' }),
    tile('online', { online: 'yes' }, { icon: 'online', tone: 'petrol' }),
  ]
}
