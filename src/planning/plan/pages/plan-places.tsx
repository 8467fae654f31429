import {
  CheckboxGroup,
  DateField,
  Notice,
  NumberField,
  RadioGroup,
  TextField,
} from '../../../platform/design/index.ts'
import { fieldsOf, type StepProps } from './plan-fields.ts'

export type CourseLeader = { accountId: string; name: string }

/** How families join, how many places there are, until when, and who leads it. */
export const PlacesFields = (
  props: StepProps & { courseLeaders: readonly CourseLeader[]; isAwaited: boolean },
) => {
  const { t } = props.wording
  const { text, choices } = fieldsOf(props)
  return (
    <>
      {props.isAwaited && <Notice title={t('programme.staff.places.awaited')} />}
      <RadioGroup
        {...text('registration')}
        label={t('programme.staff.field.registration')}
        options={(['none', 'session', 'course'] as const).map(value => ({
          value,
          label: t(`programme.staff.registration.${value}.label`),
          hint: t(`programme.staff.registration.${value}.hint`),
        }))}
      />
      <div class="only-if-registered stack stack--form">
        <Counting {...props} />
      </div>
      <TextField
        {...text('leader')}
        label={t('programme.staff.field.leader')}
        hint={t('programme.staff.places.leaderHint')}
        optional={t('programme.staff.optional')}
        maxlength={120}
      />
      {props.courseLeaders.length > 0 && (
        <CheckboxGroup
          {...choices('leaders')}
          label={t('programme.staff.field.leaders')}
          hint={t('programme.staff.places.leadersHint')}
          optional={t('programme.staff.optional')}
          options={props.courseLeaders.map(({ accountId, name }) => ({ value: accountId, label: name }))}
        />
      )}
    </>
  )
}

const Counting = (props: StepProps) => {
  const { t } = props.wording
  const { text } = fieldsOf(props)
  const optional = t('programme.staff.optional')
  return (
    <>
      <RadioGroup
        {...text('counts')}
        label={t('programme.staff.field.counts')}
        horizontal
        options={(['child', 'adult', 'household', 'person'] as const).map(value => ({
          value,
          label: t(`programme.staff.counts.${value}`),
        }))}
      />
      <NumberField {...text('places')} label={t('programme.staff.field.places')} min={1} max={1000} />
      <NumberField
        {...text('babyPlaces')}
        label={t('programme.staff.field.babyPlaces')}
        hint={t('programme.staff.places.babyHint')}
        optional={optional}
        min={1}
        max={1000}
      />
      <NumberField
        {...text('opensDaysBefore')}
        label={t('programme.staff.field.opensDaysBefore')}
        hint={t('programme.staff.places.opensHint')}
        optional={optional}
        min={0}
        max={366}
      />
      <div class="fields">
        <NumberField
          {...text('closesHoursBefore')}
          label={t('programme.staff.field.closesHoursBefore')}
          optional={optional}
          min={0}
          max={1440}
        />
        <DateField {...text('closesOn')} label={t('programme.staff.field.closesOn')} optional={optional} />
      </div>
    </>
  )
}
