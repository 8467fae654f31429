import { type CentreDetails, paths as centrePaths } from '../../centres/index.ts'
import {
  Card,
  Cluster,
  EmptyState,
  LinkButton,
  LoneLink,
  Notice,
  Section,
  Stack,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { type FreeSlot, type FreeTime, languagesAt } from '../consultation.ts'
import { paths } from '../paths.ts'
import { InOneLine, languagesInWords, placeInWords } from './words.tsx'

type Props = {
  centre: CentreDetails
  times: readonly FreeTime[]
  timeZone: string
  /** She has just given hers back, or wanted one that somebody else has now. */
  news: 'given-back' | 'taken' | undefined
  wording: Wording
}

/** The free times of the next two weeks, day by day and topic by topic. */
export const TimesPage = ({ centre, times, timeZone, news, wording }: Props) => {
  const { t, language, day } = wording
  const byDay = Map.groupBy(times, ({ startsAt }) =>
    startsAt.toZonedDateTimeISO(timeZone).toPlainDate().toString(),
  )
  return (
    <Stack>
      <p>
        <LoneLink href={centrePaths.centre(language, centre.slug)}>
          <bdi lang="de">{centre.name}</bdi>
        </LoneLink>
      </p>
      <h1>{t('counselling.times.title')}</h1>
      {news === 'given-back' && <Notice tone="success" title={t('counselling.times.givenBack')} announce />}
      {news === 'taken' && <Notice tone="warning" title={t('counselling.times.taken')} announce />}
      <p>{t('counselling.times.lead')}</p>
      {times.length === 0 && (
        <EmptyState icon="calendar" title={t('counselling.times.none')}>
          {t('counselling.times.noneHint')}
        </EmptyState>
      )}
      {[...byDay].map(([date, onDay]) => (
        <Section title={day(Temporal.PlainDate.from(date))}>
          <Stack gap="small">
            {[...Map.groupBy(onDay, ({ topic }) => topic).values()].map(sameTopic => (
              <TopicOfDay {...{ centre, timeZone, wording }} times={sameTopic} />
            ))}
          </Stack>
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

/** Who listens on a day about a topic, when and in which languages; where these differ, each time says its own. */
const TopicOfDay = ({ centre, times, timeZone, wording }: Omit<Props, 'news'>) => {
  const { t, language } = wording
  const slots = times.flatMap(time => time.slots)
  const counsellors = Map.groupBy(slots, ({ counsellor }) => counsellor)
  const spoken = times.map(time => languagesInWords(languagesAt(time), wording))
  const isAlike = new Set(spoken).size === 1
  return (
    <Card>
      {times.slice(0, 1).map(({ topic }) => (
        <h3>{t(`questions.topic.${topic}`)}</h3>
      ))}
      {[...counsellors.values()].map(
        ([slot]) =>
          slot && <Counsellor slot={slot} spoken={isAlike ? slot.languages : []} wording={wording} />,
      )}
      <Cluster>
        {times.map((time, index) => (
          <LinkButton small href={paths.book(language, centre.slug, time)}>
            <span>
              <InOneLine
                facts={[
                  wording.time(time.startsAt.toZonedDateTimeISO(timeZone).toPlainTime()),
                  isAlike ? undefined : spoken[index],
                ]}
              />
            </span>
          </LinkButton>
        ))}
      </Cluster>
    </Card>
  )
}

const Counsellor = ({
  slot,
  spoken,
  wording,
}: {
  slot: FreeSlot
  spoken: FreeSlot['languages']
  wording: Wording
}) => (
  <p>
    <InOneLine facts={[slot.counsellor, ...placeInWords(slot, wording), languagesInWords(spoken, wording)]} />
  </p>
)
