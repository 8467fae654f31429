import { ConfirmButton, DescriptionList, Section, Tag } from '../../../platform/design/index.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import type { CourseDate } from '../../store/excused.ts'

type Props = {
  dates: readonly CourseDate[]
  address: string
  /** A guardian takes back what a guardian has said, and nothing that the family said. */
  by: 'family' | 'guardian'
  wording: Wording
}

/** The next dates of a course, each with a way to say that the family does not come. */
export const Absences = ({ dates, address, by, wording }: Props) => {
  const { t } = wording
  if (dates.length === 0) return null
  return (
    <Section title={t('registration.absence.title')}>
      <p>{t('registration.absence.lead')}</p>
      <DescriptionList
        items={dates.map(date => ({
          ...{ term: wording.moment(date.startsAt), icon: 'calendar' as const },
          value: <Absence {...{ date, address, by, wording }} />,
        }))}
      />
    </Section>
  )
}

const Absence = ({
  date: { sessionId, startsAt, excusedBy },
  address,
  by,
  wording,
}: Omit<Props, 'dates'> & { date: CourseDate }) => {
  const { t } = wording
  const isExcused = excusedBy !== null
  if (isExcused && by === 'guardian' && excusedBy !== by)
    return <Tag label={t('registration.absence.away')} />
  return (
    <>
      {isExcused && <Tag label={t('registration.absence.away')} />}
      <ConfirmButton
        small
        kind={isExcused ? 'quiet' : 'secondary'}
        action={`${address}/away`}
        fields={{ session: sessionId, comes: isExcused ? 'yes' : 'no' }}
      >
        {t(isExcused ? 'registration.absence.comes' : 'registration.absence.stayAway')}
        <span class="kern-sr-only">: {wording.moment(startsAt)}</span>
      </ConfirmButton>
    </>
  )
}
