import type { LedCentre } from '../../centres/index.ts'
import { DataTable, EmptyState, LinkButton, Notice, Stack } from '../../platform/design/index.ts'
import { dayOf } from '../../platform/local-time.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import { nameOf, type Room, sharesSpaceWith } from '../room.ts'
import type { PlannedBooking } from '../store/plans.ts'
import { BookingWords, hoursOf, whenOf } from './words.tsx'

type Props = {
  centre: LedCentre
  centres: readonly LedCentre[]
  monday: Temporal.PlainDate
  today: Temporal.PlainDate
  rooms: readonly Room[]
  bookings: readonly PlannedBooking[]
  /** Dates to come whose room somebody else has. */
  unseated: readonly PlannedBooking[]
  timeZone: string
  news: 'booked' | 'cancelled' | undefined
  wording: Wording
}

/** All rooms of a centre over a week: days below each other, rooms side by side; on a phone a list of each day. */
export const WeekPage = ({
  centre,
  centres,
  monday,
  today,
  rooms,
  bookings,
  unseated,
  timeZone,
  news,
  wording,
}: Props) => {
  const { t, language, day, shortDay } = wording
  const week = (from: Temporal.PlainDate) => paths.week(language, { centre: centre.slug, from })
  const days = Array.from({ length: 7 }, (_, index) => monday.add({ days: index }))
  const onDay = (each: Temporal.PlainDate) =>
    bookings.filter(
      ({ startsAt, endsAt }) =>
        Temporal.PlainDate.compare(dayOf(startsAt, timeZone), each) <= 0 &&
        Temporal.PlainDate.compare(dayOf(endsAt.subtract({ seconds: 1 }), timeZone), each) >= 0,
    )
  if (rooms.length === 0)
    return (
      <EmptyState icon="door" title={t('rooms.list.none')}>
        <LinkButton kind="primary" href={paths.add(language)}>
          {t('rooms.list.add')}
        </LinkButton>
      </EmptyState>
    )
  return (
    <Stack gap="large">
      {news && <Notice announce tone="success" title={t(`rooms.news.${news}`)} />}
      {unseated.length > 0 && (
        <Notice tone="warning" title={t('rooms.week.unseated', { count: unseated.length })}>
          <ul class="conflicts">
            {unseated.slice(0, 8).map(booking => (
              <li>
                {whenOf(booking, timeZone, wording)}{' '}
                <a href={paths.booking(language, booking.id)}>
                  <BookingWords {...{ booking, wording }} />
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Centres {...{ centres, centre, wording }} />
      <nav class="pages no-print" aria-label={t('app.week.weeks')}>
        <LinkButton href={week(monday.subtract({ days: 7 }))} icon="arrow-start" small>
          {t('app.week.before')}
        </LinkButton>
        <LinkButton href={week(today)} small>
          {t('rooms.week.now')}
        </LinkButton>
        <LinkButton href={week(monday.add({ days: 7 }))} icon="arrow-end" small>
          {t('app.week.after')}
        </LinkButton>
      </nav>
      <div class="room-week">
        <DataTable
          caption={`${day(monday)} – ${day(monday.add({ days: 6 }))}`}
          columns={[
            {
              label: t('rooms.week.day'),
              cell: each => (
                <a
                  href={paths.book(language, { day: each, centre: centre.slug })}
                  aria-current={each.equals(today) ? 'date' : undefined}
                >
                  {shortDay(each)}
                </a>
              ),
            },
            ...rooms.map(room => ({
              label: nameOf(room.texts, language),
              cell: (each: Temporal.PlainDate) => (
                <Taken {...{ room, rooms, timeZone, wording }} bookings={onDay(each)} />
              ),
            })),
          ]}
          rows={days}
        />
      </div>
      <p class="muted no-print">{t('rooms.week.hint')}</p>
    </Stack>
  )
}

/** What is in a room, its hall or its parts, each once. */
const Taken = ({
  room,
  rooms,
  bookings,
  timeZone,
  wording,
}: Pick<Props, 'rooms' | 'bookings' | 'timeZone' | 'wording'> & { room: Room }) => {
  const shown = bookings.flatMap(booking => {
    const booked = rooms.find(({ id }) => id === booking.roomId)
    return booked && sharesSpaceWith(room, booked) ? [{ booking, booked }] : []
  })
  if (shown.length === 0) return null
  return (
    <ul>
      {shown.map(({ booking, booked }) => (
        <li
          class={
            [booking.kind === 'blocked' && 'is-blocked', booked.id !== room.id && 'is-elsewhere']
              .filter(Boolean)
              .join(' ') || undefined
          }
        >
          <b>{hoursOf(booking, timeZone, wording)}</b>{' '}
          <a href={paths.booking(wording.language, booking.id)}>
            <BookingWords {...{ booking, wording }} />
          </a>
          {booked.id !== room.id && <small>{nameOf(booked.texts, wording.language)}</small>}
        </li>
      ))}
    </ul>
  )
}

/** For somebody who leads more than one centre. */
const Centres = ({ centres, centre, wording }: Pick<Props, 'centres' | 'centre' | 'wording'>) =>
  centres.length > 1 ? (
    <nav class="cluster no-print" aria-label={wording.t('rooms.week.centres')}>
      {centres.map(({ slug, name }) => (
        <a
          href={paths.week(wording.language, { centre: slug })}
          aria-current={slug === centre.slug ? 'page' : undefined}
        >
          <bdi lang="de">{name}</bdi>
        </a>
      ))}
    </nav>
  ) : null
