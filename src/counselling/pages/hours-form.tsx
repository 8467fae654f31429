import type { LedCentre } from '../../centres/index.ts'
import {
  Button,
  CheckboxGroup,
  DateField,
  ErrorSummary,
  Form,
  NumberField,
  RadioGroup,
  SelectField,
  TextField,
  TimeField,
} from '../../platform/design/index.ts'
import { type FormValues, typedIn } from '../../platform/web/form.ts'
import { nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import { topics } from '../../questions/index.ts'
import { spokenHere, ways } from '../consultation.ts'
import { paths } from '../paths.ts'
import type { Said } from './words.tsx'

type Props = {
  centres: readonly LedCentre[]
  values: FormValues
  errors: Said
  today: Temporal.PlainDate
  wording: Wording
}

/** Who listens, about what and in which languages; where, and when. */
export const HoursForm = ({ centres, values, errors, today, wording }: Props) => {
  const { t, language } = wording
  const faults = Object.entries(errors).map(([field, message]) => ({ field, message }))
  const field = <Name extends string>(name: Name) => ({
    name,
    value: typedIn(values, name),
    error: errors[name],
  })
  return (
    <>
      <ErrorSummary title={t('counselling.book.mend')} faults={faults} />
      <Form action={paths.hours(language)}>
        {centres.length > 1 && (
          <SelectField
            {...field('centre')}
            label={t('counselling.hours.centre')}
            options={centres.map(({ slug, name }) => ({ value: slug, label: name, lang: 'de' }))}
          />
        )}
        <TextField
          {...field('counsellor')}
          label={t('counselling.hours.counsellor')}
          hint={t('counselling.hours.counsellorHint')}
          maxlength={80}
        />
        <SelectField
          {...field('topic')}
          label={t('counselling.facts.topic')}
          empty=""
          options={topics.map(value => ({ value, label: t(`questions.topic.${value}`) }))}
        />
        <CheckboxGroup
          name="languages[]"
          id="languages"
          label={t('counselling.hours.languages')}
          error={errors.languages}
          values={Array.isArray(values.languages) ? values.languages : ['de']}
          options={spokenHere.map(value => ({ value, label: nameOfLanguage(value, language) }))}
          horizontal
        />
        <RadioGroup
          name="way"
          label={t('counselling.facts.where')}
          value={typedIn(values, 'way') ?? 'on-site'}
          error={errors.way}
          options={ways.map(value => ({ value, label: t(`counselling.way.${value}`) }))}
          horizontal
        />
        <TextField
          {...field('place')}
          label={t('counselling.hours.place')}
          optional={t('counselling.book.optional')}
          maxlength={120}
        />
        <TextField
          {...field('meetingLink')}
          type="url"
          label={t('counselling.facts.link')}
          hint={t('counselling.hours.linkHint')}
          optional={t('counselling.book.optional')}
          maxlength={300}
        />
        <DateField {...field('first')} label={t('counselling.hours.first')} min={today.toString()} />
        <DateField
          {...field('last')}
          label={t('counselling.hours.last')}
          optional={t('counselling.book.optional')}
          min={today.toString()}
        />
        <TimeField {...field('starts')} label={t('counselling.hours.starts')} />
        <TimeField {...field('ends')} label={t('counselling.hours.ends')} />
        <NumberField
          {...field('slotMinutes')}
          value={typedIn(values, 'slotMinutes') ?? 30}
          label={t('counselling.hours.slotMinutes')}
          min={10}
          max={180}
        />
        <Button kind="primary">{t('counselling.hours.send')}</Button>
      </Form>
    </>
  )
}
