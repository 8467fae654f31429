import type { CentreDetails } from '../../centres/index.ts'
import {
  EmptyState,
  LinkButton,
  Notice,
  Section,
  Stack,
  TimeCard,
  TimeCards,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { FreeTime } from '../consultation.ts'
import { paths } from '../paths.ts'
import { languagesInWords, placeInWords } from './words.tsx'

type Props = {
  centre: CentreDetails
  times: readonly FreeTime[]
  timeZone: string
  /** She has just given hers back, or wanted one that somebody else has now. */
  news: 'given-back' | 'taken' | undefined
  wording: Wording
}

/** The free times of the next two weeks, day by day. */
export const TimesPage = ({ centre, times, timeZone, news, wording }: Props) => {
  const { t, language, day } = wording
  const byDay = Map.groupBy(times, ({ startsAt }) =>
    startsAt.toZonedDateTimeISO(timeZone).toPlainDate().toString(),
  )
  return (
    <Stack>
      <h1>{t('counselling.times.title')}</h1>
      {news === 'given-back' && <Notice tone="success" title={t('counselling.times.givenBack')} announce />}
      {news === 'taken' && <Notice tone="warning" title={t('counselling.times.taken')} announce />}
      <p>
        <bdi lang="de">{centre.name}</bdi>
      </p>
      <p>{t('counselling.times.lead')}</p>
      {times.length === 0 && (
        <EmptyState icon="calendar" title={t('counselling.times.none')}>
          {t('counselling.times.noneHint')}
        </EmptyState>
      )}
      {[...byDay].map(([date, onDay]) => (
        <Section title={day(Temporal.PlainDate.from(date))}>
          <TimeCards>
            {onDay.map(time => (
              <Time {...{ time, timeZone, wording }} href={paths.book(language, centre.slug, time)} />
            ))}
          </TimeCards>
        </Section>
      ))}
      <p>
        <LinkButton href={paths.byCode(language)} kind="quiet">
          {t('counselling.code.have')}
        </LinkButton>
      </p>
    </Stack>
  )
}

type TimeProps = { time: FreeTime; timeZone: string; href: string; wording: Wording }

const Time = ({ time, timeZone, href, wording }: TimeProps) => {
  const { t, joined } = wording
  const { startsAt, topic, slots } = time
  const languages = [...new Set(slots.flatMap(slot => slot.languages))]
  const places = [...new Set(slots.map(slot => placeInWords(slot, wording)))]
  return (
    <TimeCard
      time={wording.time(startsAt.toZonedDateTimeISO(timeZone).toPlainTime())}
      dateTime={startsAt.toZonedDateTimeISO(timeZone).toString({ timeZoneName: 'never' })}
      href={href}
      title={t(`questions.topic.${topic}`)}
      details={
        <>
          <bdi>{joined(slots.map(({ counsellor }) => counsellor))}</bdi>
          <br />
          {places.map(place => (
            <bdi>{place} </bdi>
          ))}
        </>
      }
      tags={[{ label: languagesInWords(languages, wording), icon: 'language' }]}
    />
  )
}
