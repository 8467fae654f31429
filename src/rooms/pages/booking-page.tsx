import {
  Button,
  Card,
  Cluster,
  ConfirmButton,
  DateField,
  DescriptionList,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  RadioGroup,
  SelectField,
  Stack,
  TimeField,
} from '../../platform/design/index.ts'
import { dayOf } from '../../platform/local-time.ts'
import { type FormValues, typedIn } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { type Booking, scopes } from '../booking.ts'
import { datesInScope } from '../cancel-booking.ts'
import { paths } from '../paths.ts'
import { nameOf, type Room } from '../room.ts'
import type { PlannedBooking } from '../store/plans.ts'
import type { Conflict } from '../wanted.ts'
import { SetUpFields } from './book-page.tsx'
import { ConflictList } from './conflict-list.tsx'
import { faultsOf, type Said } from './said.ts'
import { type Instead, Unseated } from './unseated.tsx'
import { hoursOf, timeOf, whenOf } from './words.tsx'

export const bookingNews = [
  ...([
    'moved',
    'prolonged',
    'not-later',
    'in-use',
    'ended',
    'not-now',
    'over',
    'is-session',
    'just-taken',
  ] as const),
] as const
export type BookingNews = (typeof bookingNews)[number]

type Props = {
  booking: Booking
  dates: readonly Booking[]
  series: { lastOn: Temporal.PlainDate; rhythm: 'daily' | 'weekly' | 'fortnightly' | 'monthly' } | undefined
  rooms: readonly Room[]
  words: PlannedBooking | undefined
  /** Where the offer is planned whose date it is. */
  offerHref: string | undefined
  /** Where that date is changed, into a room if one is named. */
  changeHref: (place?: string) => string
  /** A date that was left without its room: who has it, and which other rooms are free. */
  instead: Instead | undefined
  now: Temporal.Instant
  timeZone: string
  values: FormValues | undefined
  errors: Said
  conflicts: readonly Conflict[]
  news: BookingNews | undefined
  wording: Wording
}

/** One booking: what it is, giving it another time or room, ending it, giving the room back. */
export const BookingPage = (props: Props) => {
  const {
    booking,
    dates,
    series,
    rooms,
    offerHref,
    instead,
    now,
    timeZone,
    errors,
    conflicts,
    news,
    wording,
  } = props
  const { t, fullDay, language } = wording
  const room = rooms.find(({ id }) => id === booking.roomId)
  const skipped = instead ? [] : dates.filter(({ state }) => state === 'skipped')
  const isOver = Temporal.Instant.compare(booking.endedAt ?? booking.endsAt, now) <= 0
  const runs = !isOver && Temporal.Instant.compare(booking.startsAt, now) < 0
  return (
    <Stack gap="large">
      <ErrorSummary title={t('rooms.mend')} faults={faultsOf(errors)} />
      {news && <Notice announce tone={toneOf(news)} title={t(`rooms.news.${news}`)} />}
      {conflicts.length > 0 && (
        <Notice tone="warning" title={t('rooms.book.cannotMove', { count: conflicts.length })}>
          <ConflictList {...{ conflicts, rooms, timeZone, wording }} />
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: t('rooms.book.room'), value: room && nameOf(room.texts, language), icon: 'door' },
          { term: t('rooms.book.when'), value: whenOf(booking, timeZone, wording), icon: 'clock' },
          { term: t('rooms.book.kind'), value: t(`rooms.kind.${booking.kind}`), icon: 'info' },
          ...(series
            ? [
                {
                  term: t('rooms.book.rhythm'),
                  value: `${t(`rooms.rhythm.${series.rhythm}`)}, ${t('rooms.book.until', { day: fullDay(series.lastOn) })}`,
                  icon: 'calendar' as const,
                },
              ]
            : []),
          { term: t('rooms.book.state'), value: t(`rooms.state.${booking.state}`), icon: 'check' },
          ...(room?.keyNote
            ? [{ term: t('rooms.field.keyNote'), value: room.keyNote, icon: 'settings' as const }]
            : []),
        ]}
      />
      {skipped.length > 0 && (
        <Card title={t('rooms.book.skipped', { count: skipped.length })}>
          <ul>
            {skipped.map(({ startsAt, skippedFor }) => (
              <li>
                {wording.fullDay(dayOf(startsAt, timeZone))}: {t(`rooms.skipped.${skippedFor ?? 'taken'}`)}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {runs && booking.state === 'confirmed' && <RunningNow {...{ booking, wording }} />}
      {instead && <Unseated {...props} instead={instead} />}
      {booking.kind === 'session' && !instead && (
        <Notice tone="info" title={t('rooms.book.isSession')}>
          {offerHref && <LinkButton href={offerHref}>{t('rooms.book.toOffer')}</LinkButton>}
        </Notice>
      )}
      {booking.kind !== 'session' && !isOver && booking.state === 'confirmed' && (
        <>
          <MoveCard {...props} />
          {series && <ProlongCard {...props} />}
          <CancelCard {...props} />
        </>
      )}
    </Stack>
  )
}

const toneOf = (news: BookingNews) =>
  ['moved', 'prolonged', 'in-use', 'ended'].includes(news) ? 'success' : 'warning'

const RunningNow = ({ booking, wording: { t, language } }: Pick<Props, 'booking' | 'wording'>) => (
  <Cluster>
    {!booking.inUseAt && (
      <ConfirmButton action={paths.use(language, booking.id)} fields={{ what: 'in-use' }}>
        {t('rooms.use.inUse')}
      </ConfirmButton>
    )}
    <ConfirmButton action={paths.use(language, booking.id)} fields={{ what: 'ended' }}>
      {t('rooms.use.end')}
    </ConfirmButton>
  </Cluster>
)

/** The dates that each choice reaches, named, so that nobody gives back more than she means (scenario R16). */
const reachOptions = ({ booking, dates, now, timeZone, wording }: Props) => {
  const reached = datesInScope(booking, dates, now)
  const days = (some: readonly Booking[]) =>
    some.length > 8
      ? wording.t('rooms.scope.manyDates', {
          count: some.length,
          first: dayIn(some[0], timeZone, wording),
          last: dayIn(some.at(-1), timeZone, wording),
        })
      : some.map(each => dayIn(each, timeZone, wording)).join(', ')
  return scopes
    .filter(scope => scope === 'this' || booking.seriesId)
    .map(scope => ({
      value: scope,
      label: wording.t(`rooms.scope.${scope}`),
      hint: days(reached[scope]),
    }))
}

const dayIn = (booking: Booking | undefined, timeZone: string, { dayAndMonth }: Wording) =>
  booking ? dayAndMonth(dayOf(booking.startsAt, timeZone)) : ''

const MoveCard = (props: Props) => {
  const { booking, rooms, timeZone, values, errors, wording } = props
  const { t, language } = wording
  const typed = values ?? storedValues(booking, timeZone)
  const bind = (name: string) => ({ name, value: typedIn(typed, name), error: errors[name] })
  return (
    <Card title={t('rooms.move.title')}>
      <Form action={paths.move(language, booking.id)}>
        <SelectField
          {...bind('room')}
          label={t('rooms.book.room')}
          options={rooms.map(({ id, texts }) => ({ value: id, label: nameOf(texts, language) }))}
        />
        <DateField
          {...bind('day')}
          label={t('rooms.move.day')}
          hint={booking.seriesId ? t('rooms.move.dayHint') : undefined}
        />
        <TimeField {...bind('starts')} label={t('rooms.book.starts')} />
        <TimeField {...bind('ends')} label={t('rooms.book.ends')} />
        <SetUpFields values={typed} {...{ errors, wording }} />
        <RadioGroup
          name="scope"
          id="move-scope"
          label={t('rooms.scope.which')}
          value={typedIn(typed, 'scope') ?? 'this'}
          options={reachOptions(props)}
        />
        <Button>{t('rooms.move.do')}</Button>
      </Form>
    </Card>
  )
}

const ProlongCard = ({ booking, values, errors, wording }: Props) => {
  const { t, language } = wording
  return (
    <Card title={t('rooms.prolong.title')}>
      <Form action={paths.prolong(language, booking.id)}>
        <DateField
          name="until"
          label={t('rooms.prolong.until')}
          value={typedIn(values, 'until')}
          error={errors.until}
        />
        <Button>{t('rooms.prolong.do')}</Button>
      </Form>
    </Card>
  )
}

const CancelCard = (props: Props) => {
  const { booking, timeZone, wording } = props
  const { t, language } = wording
  return (
    <Card title={t('rooms.cancel.title')}>
      {booking.seriesId ? (
        <Form action={paths.cancel(language, booking.id)}>
          <RadioGroup
            name="scope"
            id="cancel-scope"
            label={t('rooms.scope.which')}
            value="this"
            options={reachOptions(props)}
          />
          <Button kind="danger">{t('rooms.cancel.do')}</Button>
        </Form>
      ) : (
        <ConfirmButton kind="danger" action={paths.cancel(language, booking.id)} fields={{ scope: 'this' }}>
          {t('rooms.cancel.one', { when: hoursOf(booking, timeZone, wording) })}
        </ConfirmButton>
      )}
    </Card>
  )
}

const storedValues = (booking: Booking, timeZone: string): FormValues => ({
  ...{ room: booking.roomId, day: dayOf(booking.startsAt, timeZone).toString() },
  starts: timeOf(booking.startsAt, timeZone).toString({ smallestUnit: 'minute' }),
  ends: timeOf(booking.endsAt, timeZone).toString({ smallestUnit: 'minute' }),
  ...{ minutesBefore: String(booking.minutesBefore), minutesAfter: String(booking.minutesAfter) },
})
