import {
  Card,
  Cluster,
  ConfirmButton,
  DataTable,
  EmptyState,
  LinkButton,
  Notice,
  PhoneButton,
  Stack,
  Tag,
} from '../../platform/design/index.ts'
import { nameOfLanguage, type Wording, wordingFor } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import type { BookedSlot } from '../store/bookings.ts'
import type { TallyLine } from '../store/tallies.ts'
import { Entry } from './entry.tsx'
import { codeWordIn, codeWordInGerman, InOneLine, placeInWords } from './words.tsx'

type Props = {
  first: Temporal.PlainDate
  booked: readonly BookedSlot[]
  tallies: readonly TallyLine[]
  now: Temporal.Instant
  news: 'too-early' | undefined
  timeZone: string
  wording: Wording
}

/** Who comes in a week, day by day, under which code word; and the sums of the year. */
export const WeekPage = ({ first, booked, tallies, now, news, timeZone, wording }: Props) => {
  const { t, language, day } = wording
  const byDay = Map.groupBy(booked, ({ startsAt }) =>
    startsAt.toZonedDateTimeISO(timeZone).toPlainDate().toString(),
  )
  return (
    <Stack gap="large">
      {news && <Notice tone="warning" title={t('counselling.week.tooEarly')} announce />}
      <p>{t('counselling.week.lead')}</p>
      <Cluster>
        <LinkButton small href={paths.day(language, first.subtract({ weeks: 1 }))}>
          {t('counselling.week.before')}
        </LinkButton>
        <LinkButton small href={paths.day(language, first.add({ weeks: 1 }))}>
          {t('counselling.week.after')}
        </LinkButton>
      </Cluster>
      {booked.length === 0 && (
        <EmptyState icon="calendar" title={t('counselling.week.none')}>
          {t('counselling.week.noneHint')}
        </EmptyState>
      )}
      {[...byDay].map(([date, onDay]) => (
        <Card title={day(Temporal.PlainDate.from(date))}>
          <Stack>
            {onDay.map(booking => (
              <BookingEntry {...{ booking, first, now, timeZone, wording }} />
            ))}
          </Stack>
        </Card>
      ))}
      <Sums tallies={tallies} wording={wording} />
    </Stack>
  )
}

type EntryProps = Pick<Props, 'first' | 'now' | 'timeZone' | 'wording'> & { booking: BookedSlot }

const BookingEntry = ({ booking, first, now, timeZone, wording }: EntryProps) => {
  const { t, language } = wording
  const { codeWord, startsAt, counsellor, topic, phone, withdrawnAt } = booking
  const hasBegun = Temporal.Instant.compare(startsAt, now) <= 0
  const words = new Set([codeWordIn(codeWord, wording), codeWordInGerman(codeWord), spokenBy(booking)])
  return (
    <Entry
      title={
        <>
          {wording.time(startsAt.toZonedDateTimeISO(timeZone).toPlainTime())} <InOneLine facts={[...words]} />
        </>
      }
      note={
        <>
          <InOneLine
            facts={[
              ...[counsellor, t(`questions.topic.${topic}`), nameOfLanguage(booking.language, language)],
              ...placeInWords(booking, wording),
            ]}
          />{' '}
          <Outcome booking={booking} wording={wording} />
        </>
      }
    >
      {phone !== '' && <PhoneButton number={phone} />}
      {hasBegun && !withdrawnAt && (
        <>
          <Mark {...{ booking, first, came: 'yes', wording }} />
          <Mark {...{ booking, first, came: 'no', wording }} />
        </>
      )}
    </Entry>
  )
}

/** What she says at the door, as she reads it herself. */
const spokenBy = ({ codeWord, writtenIn }: BookedSlot) => codeWordIn(codeWord, wordingFor(writtenIn, 'UTC'))

const Outcome = ({
  booking: { came, withdrawnAt, phone },
  wording: { t },
}: Pick<EntryProps, 'booking' | 'wording'>) => {
  if (withdrawnAt)
    return <Tag tone="danger" label={t(phone === '' ? 'counselling.week.off' : 'counselling.week.offCall')} />
  if (came === null) return null
  return (
    <Tag
      tone={came ? 'success' : 'warning'}
      label={t(came ? 'counselling.week.came' : 'counselling.week.missed')}
    />
  )
}

const Mark = ({
  booking: { id },
  first,
  came,
  wording: { t, language },
}: Pick<EntryProps, 'booking' | 'first' | 'wording'> & { came: 'yes' | 'no' }) => (
  <ConfirmButton small action={paths.mark(language, id)} fields={{ came, day: first.toString() }}>
    {t(came === 'yes' ? 'counselling.week.came' : 'counselling.week.missed')}
  </ConfirmButton>
)

const Sums = ({ tallies, wording }: Pick<Props, 'tallies' | 'wording'>) => {
  const { t, number, month, language } = wording
  if (tallies.length === 0) return null
  return (
    <DataTable
      caption={t('counselling.sums.title')}
      rows={[...tallies]}
      columns={[
        { label: t('counselling.sums.month'), cell: line => month(line.month) },
        { label: t('counselling.facts.topic'), cell: line => t(`questions.topic.${line.topic}`) },
        { label: t('counselling.facts.language'), cell: line => nameOfLanguage(line.language, language) },
        { label: t('counselling.week.came'), numeric: true, cell: line => number(line.came) },
        { label: t('counselling.week.missed'), numeric: true, cell: line => number(line.missed) },
        { label: t('counselling.sums.unmarked'), numeric: true, cell: line => number(line.unmarked) },
      ]}
    />
  )
}
