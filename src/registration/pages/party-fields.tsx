import {
  Button,
  FieldGroup,
  MonthField,
  NumberField,
  RadioGroup,
  TextField,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'

/** What stands in the fields of a party, as typed or as stored. */
export type PartyValues = {
  called: string
  adults: string
  children: { firstName: string; month: string; year: string }[]
  contact: string
  email: string
  phone: string
}

type Props = {
  wording: Wording
  values: PartyValues
  /** What is wrong, by field, as sentences. */
  errors: Record<string, string>
  /** An offer for adults alone does not ask for children. */
  asksForChildren: boolean
  thisYear: number
  /** A stored contact is not shown, but can be kept. */
  canKeepContact?: boolean
}

/** Who comes, and how to reach the family: the same fields for registering and for changing. */
export const PartyFields = ({
  wording,
  values,
  errors,
  asksForChildren,
  thisYear,
  canKeepContact,
}: Props) => {
  const { t } = wording
  return (
    <>
      <TextField
        name="called"
        label={t('registration.form.called')}
        hint={t('registration.form.calledHint')}
        value={values.called}
        error={errors.called}
        autocomplete="given-name"
        maxlength={80}
      />
      {asksForChildren && <ChildrenFields {...{ wording, values, errors, thisYear }} />}
      <NumberField
        name="adults"
        label={t('registration.form.adults')}
        hint={asksForChildren ? t('registration.form.adultsHint') : undefined}
        value={values.adults}
        error={errors.adults}
        min={0}
        max={20}
      />
      <ContactFields {...{ wording, values, errors, canKeepContact }} />
    </>
  )
}

const ChildrenFields = ({
  wording,
  values,
  errors,
  thisYear,
}: Pick<Props, 'wording' | 'values' | 'errors' | 'thisYear'>) => {
  const { t } = wording
  const months = Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    label: wording.monthName(index + 1),
  }))
  return (
    <FieldGroup
      name="childName"
      label={t('registration.form.children')}
      hint={t('registration.form.childrenHint')}
      error={errors.childName}
    >
      {values.children.map(({ firstName, month, year }, row) => (
        <div class="stack stack--small">
          <TextField
            name="childName[]"
            id={`childName.${row}`}
            label={t('registration.form.childName', { number: row + 1 })}
            value={firstName}
            error={errors[`childName.${row}`]}
            autocomplete="off"
            maxlength={80}
          />
          <MonthField
            name={`childMonth.${row}`}
            label={t('registration.form.born')}
            error={errors[`childMonth.${row}`]}
            month={{ name: 'childMonth[]', label: t('registration.form.month'), value: month }}
            year={{
              name: 'childYear[]',
              id: `childYear.${row}`,
              label: t('registration.form.year'),
              value: year,
            }}
            months={months}
            empty={t('registration.form.chooseMonth')}
            firstYear={thisYear - 25}
            lastYear={thisYear}
          />
        </div>
      ))}
      <Button kind="quiet" icon="plus" name="do" value="add-child">
        {t('registration.form.addChild')}
      </Button>
    </FieldGroup>
  )
}

const ContactFields = ({
  wording: { t },
  values,
  errors,
  canKeepContact,
}: Pick<Props, 'wording' | 'values' | 'errors'> & { canKeepContact: boolean | undefined }) => (
  <>
    <RadioGroup
      name="contact"
      label={t('registration.form.contact')}
      hint={t('registration.form.contactHint')}
      value={values.contact}
      error={errors.contact}
      options={[
        ...(canKeepContact ? [{ value: 'keep', label: t('registration.form.contactKeep') }] : []),
        { value: 'email', label: t('registration.form.contactEmail') },
        { value: 'phone', label: t('registration.form.contactPhone') },
        { value: 'none', label: t('registration.form.contactNone') },
      ]}
    />
    <TextField
      name="email"
      type="email"
      label={t('registration.form.email')}
      hint={t('registration.form.onlyIfChosen')}
      value={values.email}
      error={errors.email}
      autocomplete="email"
    />
    <TextField
      name="phone"
      type="tel"
      label={t('registration.form.phone')}
      hint={t('registration.form.onlyIfChosen')}
      value={values.phone}
      error={errors.phone}
      autocomplete="tel"
    />
  </>
)
