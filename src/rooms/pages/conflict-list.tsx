import { Button, Cluster, Form } from '../../platform/design/index.ts'
import type { FormValues } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Alternatives } from '../book-room.ts'
import { paths } from '../paths.ts'
import { nameOf, type Room } from '../room.ts'
import type { Conflict } from '../wanted.ts'
import { BookingWords, hoursOf } from './words.tsx'

type Props = {
  conflicts: readonly Conflict[]
  rooms: readonly Room[]
  timeZone: string
  wording: Wording
}

/** The dates that cannot be had, each with what is there. */
export const ConflictList = ({ conflicts, rooms, timeZone, wording }: Props) => {
  const { t, language, shortDay } = wording
  return (
    <ul class="conflicts">
      {conflicts.slice(0, mostShown).map(({ date, why, taken }) => (
        <li>
          <b>{shortDay(date.day)}</b>{' '}
          {why === 'taken'
            ? taken.map((each, index) => (
                <>
                  {index > 0 && ', '}
                  {hoursOf(each, timeZone, wording)}{' '}
                  <a href={paths.booking(language, each.bookingId)}>
                    <BookingWords booking={each} wording={wording} />
                  </a>
                  {each.bookedRoomId !== each.roomId && ` (${roomName(each.bookedRoomId, rooms, language)})`}
                </>
              ))
            : t(`rooms.skipped.${why}`)}
        </li>
      ))}
      {conflicts.length > mostShown && (
        <li>{t('rooms.book.more', { count: conflicts.length - mostShown })}</li>
      )}
    </ul>
  )
}

const mostShown = 5

const roomName = (id: string, rooms: readonly Room[], language: string) =>
  nameOf(rooms.find(room => room.id === id)?.texts ?? {}, language)

/** Other rooms and other times at which every date could be had, each one press away. */
export const Instead = ({
  alternatives: { rooms, shifts },
  values,
  wording,
}: {
  alternatives: Alternatives
  values: FormValues
  wording: Wording
}) => {
  const { t, language } = wording
  if (rooms.length + shifts.length === 0) return <p>{t('rooms.book.nothingElse')}</p>
  const [starts, ends] = [timeIn(values, 'starts'), timeIn(values, 'ends')]
  const other = (changed: Record<string, string>) => ({ ...linesOf(values), ...changed, do: 'book' })
  return (
    <>
      <p>{t('rooms.book.instead')}</p>
      <Cluster>
        {rooms.map(({ id, texts }) => (
          <Form action={paths.book(language)} carry={other({ room: id })}>
            <Button small>{nameOf(texts, language)}</Button>
          </Form>
        ))}
        {starts &&
          ends &&
          shifts.map(minutes => {
            const [from, until] = [starts.add({ minutes }), ends.add({ minutes })]
            // A shift that leaves the day would turn the times around.
            if (Temporal.PlainTime.compare(from, until) >= 0) return null
            return (
              <Form action={paths.book(language)} carry={other({ starts: clock(from), ends: clock(until) })}>
                <Button small>{wording.hours(from, until)}</Button>
              </Form>
            )
          })}
      </Cluster>
    </>
  )
}

const linesOf = (values: FormValues): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )

const timeIn = (values: FormValues, name: string) => {
  const value = values[name]
  return typeof value === 'string' && /^\d\d:\d\d/.test(value) ? Temporal.PlainTime.from(value) : undefined
}

const clock = (time: Temporal.PlainTime) => time.toString({ smallestUnit: 'minute' })
