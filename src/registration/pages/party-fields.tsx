import {
  Button,
  ErrorSummary,
  FieldGroup,
  MonthField,
  NumberField,
  TextField,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'

/** What stands in the fields of a party, as typed or as stored. */
export type PartyValues = {
  called: string
  adults: string
  children: { firstName: string; month: string; year: string }[]
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
  /** A stored contact is not shown; left empty it stays. */
  isChange?: boolean | undefined
}

/** Who comes, and how to reach the family: the same fields for registering and for changing. */
export const PartyFields = ({ wording, values, errors, asksForChildren, thisYear, isChange }: Props) => {
  const { t } = wording
  return (
    <>
      {/* The first button of a form is the one that Enter presses; it must not be the one that adds a child. */}
      <span class="kern-sr-only" aria-hidden="true">
        <button type="submit" tabindex={-1}>
          {t('registration.join.send')}
        </button>
      </span>
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
      <ContactFields {...{ wording, values, errors, isChange }} />
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

const ContactFields = ({ wording: { t }, values, errors, isChange }: ContactProps) => (
  <FieldGroup
    name="contact"
    label={t('registration.form.contact')}
    hint={t(isChange ? 'registration.form.contactKeep' : 'registration.form.contactHint')}
  >
    <TextField
      name="email"
      type="email"
      label={t('registration.form.email')}
      value={values.email}
      error={errors.email}
      autocomplete="email"
    />
    <TextField
      name="phone"
      type="tel"
      label={t('registration.form.phone')}
      value={values.phone}
      error={errors.phone}
      autocomplete="tel"
    />
  </FieldGroup>
)

type ContactProps = Pick<Props, 'wording' | 'values' | 'errors' | 'isChange'>

/** Everything that needs mending, each with the question it belongs to, as links to the fields. */
export const PartyFaults = ({ wording: { t }, errors }: Pick<Props, 'wording' | 'errors'>) => (
  <ErrorSummary
    title={t('registration.join.mend')}
    faults={Object.entries(errors).map(([field, message]) => {
      const question = questionOf(field)
      return {
        field,
        message: question
          ? `${t(`registration.form.${question}`, { number: childOf(field) })}: ${message}`
          : message,
      }
    })}
  />
)

const questions = {
  called: 'called',
  adults: 'adults',
  childName: 'childName',
  childMonth: 'childMonth',
  email: 'email',
  phone: 'phone',
} as const

const questionOf = (field: string) => {
  if (field === 'childName') return undefined
  return Object.entries(questions).find(([name]) => name === field.split('.')[0])?.[1]
}

const childOf = (field: string) => Number(field.split('.')[1] ?? 0) + 1
