import { CheckboxGroup } from '../../../platform/design/index.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import type { OtherDate } from '../../store/same-page.ts'

type Props = { dates: readonly OtherDate[]; ticked: readonly string[]; wording: Wording }

/** Further dates of the same offer, to be ticked. */
export const DatesField = ({ dates, ticked, wording }: Props) => {
  const { t } = wording
  if (dates.length === 0) return null
  return (
    <CheckboxGroup
      name="dates[]"
      id="dates"
      label={t('registration.several.label')}
      hint={t('registration.several.hint')}
      values={[...ticked]}
      options={dates.map(({ intakeId, startsAt, isFull }) => ({
        value: intakeId,
        label: isFull
          ? t('registration.several.full', { when: wording.moment(startsAt) })
          : wording.moment(startsAt),
      }))}
    />
  )
}
