import {
  CheckboxField,
  CheckboxGroup,
  FieldGroup,
  NumberField,
  RadioGroup,
  SelectField,
  TextField,
} from '../../../platform/design/index.ts'
import { nameOfLanguage } from '../../../platform/wording/wording.ts'
import { audiences, eases, spokenLanguages } from '../../../programme/index.ts'
import { fieldsOf, listOf, type StepProps } from './plan-fields.ts'

/** For whom it is, in which languages one is spoken to, and what it costs. */
export const WhoFields = (props: StepProps) => {
  const { t, language } = props.wording
  const { text, ticked, choices } = fieldsOf(props)
  const spoken = [...new Set([...spokenLanguages, ...listOf(props.values.languages)])]
  return (
    <>
      <FieldGroup
        name="ages"
        label={t('programme.staff.who.ages')}
        hint={t('programme.staff.who.agesHint')}
        optional={t('programme.staff.optional')}
      >
        <AgeFields {...props} name="ageFrom" />
        <AgeFields {...props} name="ageUntil" />
        <CheckboxField {...ticked('isFromPregnancy')} label={t('programme.age.fromPregnancy')} />
      </FieldGroup>
      <CheckboxField
        {...ticked('isWithoutParents')}
        label={t('programme.staff.field.isWithoutParents')}
        hint={t('programme.staff.who.withoutParentsHint')}
      />
      <RadioGroup
        {...text('audience')}
        value={text('audience').value || 'everyone'}
        label={t('programme.staff.field.audience')}
        horizontal
        options={audiences.map(value => ({ value, label: t(`programme.audience.${value}`) }))}
      />
      <CheckboxGroup
        {...choices('languages')}
        label={t('programme.staff.field.languages')}
        hint={t('programme.staff.who.languagesHint')}
        horizontal
        options={spoken.map(value => ({ value, label: nameOfLanguage(value, language) }))}
      />
      <CheckboxGroup
        {...choices('eases')}
        label={t('programme.staff.field.eases')}
        hint={t('programme.staff.who.easesHint')}
        horizontal
        options={eases.map(value => ({ value, label: t(`programme.filter.${value}`) }))}
      />
      <RadioGroup
        {...text('pricePer')}
        value={text('pricePer').value || 'free'}
        label={t('programme.staff.field.pricePer')}
        options={(['free', 'session', 'course', 'family-session'] as const).map(value => ({
          value,
          label: t(`programme.staff.price.${value}`),
        }))}
      />
      <div class="only-if-priced">
        <TextField
          {...text('price')}
          label={t('programme.staff.field.price')}
          hint={t('programme.staff.who.priceHint')}
          inputmode="decimal"
        />
      </div>
    </>
  )
}

const AgeFields = ({ name, ...props }: StepProps & { name: 'ageFrom' | 'ageUntil' }) => {
  const { t } = props.wording
  const { text } = fieldsOf(props)
  const unit = text(`${name}Unit`)
  return (
    <div class="fields">
      <NumberField {...text(name)} label={t(`programme.staff.field.${name}`)} min={0} max={216} />
      <SelectField
        {...unit}
        value={unit.value || 'years'}
        label={t('programme.staff.who.unit')}
        options={(['months', 'years'] as const).map(value => ({
          value,
          label: t(`programme.staff.who.${value}`),
        }))}
      />
    </div>
  )
}
