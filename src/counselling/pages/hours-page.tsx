import type { LedCentre } from '../../centres/index.ts'
import { Card, ConfirmButton, EmptyState, Notice, Stack } from '../../platform/design/index.ts'
import type { FormValues } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { ConsultationHour } from '../consultation.ts'
import { paths } from '../paths.ts'
import { Entry } from './entry.tsx'
import { HoursForm } from './hours-form.tsx'
import { InOneLine, languagesInWords, placeInWords, type Said } from './words.tsx'

type Props = {
  centres: readonly LedCentre[]
  hours: readonly ConsultationHour[]
  values: FormValues
  errors: Said
  news: 'offered' | 'withdrawn' | 'call' | undefined
  today: Temporal.PlainDate
  wording: Wording
}

/** The hours that are offered from today on, and one form for more. */
export const HoursPage = ({ centres, hours, values, errors, news, today, wording }: Props) => {
  const { t } = wording
  return (
    <Stack gap="large">
      {news && (
        <Notice
          tone={news === 'call' ? 'warning' : 'success'}
          title={t(`counselling.hours.news.${news}`)}
          announce
        />
      )}
      <Card title={t('counselling.hours.add')}>
        <HoursForm {...{ centres, values, errors, today, wording }} />
      </Card>
      {hours.length === 0 ? (
        <EmptyState icon="clock" title={t('counselling.hours.none')}>
          {t('counselling.hours.noneHint')}
        </EmptyState>
      ) : (
        <Card title={t('counselling.hours.coming')}>
          <p>{t('counselling.hours.withdrawHint')}</p>
          <Stack>
            {hours.map(hour => (
              <Hour hour={hour} wording={wording} />
            ))}
          </Stack>
        </Card>
      )}
    </Stack>
  )
}

const Hour = ({ hour, wording }: { hour: ConsultationHour; wording: Wording }) => {
  const { t, language, shortDay, joined } = wording
  const { counsellor, topic, languages, heldOn, starts, ends, slotMinutes } = hour
  return (
    <Entry
      title={<InOneLine facts={[joined([shortDay(heldOn), wording.hours(starts, ends)]), counsellor]} />}
      note={
        <InOneLine
          facts={[
            ...[t(`questions.topic.${topic}`), languagesInWords(languages, wording)],
            ...[t('counselling.hours.every', { minutes: slotMinutes }), ...placeInWords(hour, wording)],
          ]}
        />
      }
    >
      <ConfirmButton small kind="danger" action={paths.withdraw(language, hour.id)}>
        {t('counselling.hours.withdraw')}
      </ConfirmButton>
    </Entry>
  )
}
