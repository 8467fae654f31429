import {
  CheckboxField,
  CheckboxGroup,
  FieldGroup,
  NumberField,
  RadioGroup,
  TextArea,
  TextField,
  TimeField,
} from '../../platform/design/index.ts'
import { eurosOf } from '../../platform/web/euros.ts'
import { type FormValues, typedIn } from '../../platform/web/form.ts'
import { nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import { equipments, type RoomFacts } from '../room.ts'
import type { Said } from './said.ts'

type Props = {
  /** What is stored, or what was typed. */
  values: FormValues
  errors: Said
  languages: readonly string[]
  wording: Wording
}

/** All that can be said of a room: first what everybody needs, the rest folded away. */
export const RoomFields = ({ values, errors, languages, wording }: Props) => {
  const { t } = wording
  const bind = (name: string) => ({ name, value: typedIn(values, name), error: errors[name] })
  const [, ...others] = languages
  return (
    <>
      <TextField {...bind('texts.de.name')} label={t('rooms.field.name')} maxlength={60} />
      <NumberField {...bind('capacity')} label={t('rooms.field.capacity')} min={1} />
      <CheckboxField
        name="isStepFree"
        label={t('rooms.facts.stepFree')}
        checked={values.isStepFree === 'yes'}
      />
      <CheckboxGroup
        name="equipment[]"
        id="equipment"
        label={t('rooms.field.equipment')}
        values={listed(values.equipment)}
        options={equipments.map(value => ({ value, label: t(`rooms.equipment.${value}`) }))}
        horizontal
      />
      <TextArea {...bind('texts.de.about')} label={t('rooms.field.about')} maxlength={600} rows={3} />
      <FieldGroup name="setUp" label={t('rooms.field.setUp')} hint={t('rooms.field.setUpHint')} horizontal>
        <NumberField {...bind('minutesBefore')} label={t('rooms.field.before')} min={0} />
        <NumberField {...bind('minutesAfter')} label={t('rooms.field.after')} min={0} />
      </FieldGroup>
      <NumberField
        {...bind('releaseAfter')}
        label={t('rooms.field.releaseAfter')}
        hint={t('rooms.field.releaseAfterHint')}
        min={5}
      />
      <details open={hasAny(values, ['keyNote', 'contact', 'atPartner'])}>
        <summary>{t('rooms.field.inside')}</summary>
        <TextField
          {...bind('keyNote')}
          label={t('rooms.field.keyNote')}
          hint={t('rooms.field.keyNoteHint')}
          maxlength={300}
        />
        <TextField
          {...bind('contact')}
          label={t('rooms.field.contact')}
          hint={t('rooms.field.contactHint')}
          maxlength={200}
        />
        <TextField
          {...bind('atPartner')}
          label={t('rooms.field.atPartner')}
          hint={t('rooms.field.atPartnerHint')}
          maxlength={120}
        />
        <TextArea
          {...bind('texts.de.directions')}
          label={t('centres.centre.directions')}
          hint={t('rooms.field.directionsHint')}
          maxlength={600}
          rows={3}
        />
      </details>
      <LettingFields {...{ values, errors, wording }} />
      <details open={others.some(code => values[`texts.${code}.name`])}>
        <summary>{t('rooms.field.otherLanguages')}</summary>
        {others.map(code => (
          <FieldGroup name={`texts.${code}`} label={nameOfLanguage(code, wording.language)}>
            <TextField {...bind(`texts.${code}.name`)} label={t('rooms.field.name')} maxlength={60} />
            <TextArea
              {...bind(`texts.${code}.about`)}
              label={t('rooms.field.about')}
              maxlength={600}
              rows={3}
            />
            <TextArea
              {...bind(`texts.${code}.houseRules`)}
              label={t('rooms.field.houseRules')}
              maxlength={2000}
              rows={3}
            />
            <TextArea
              {...bind(`texts.${code}.directions`)}
              label={t('centres.centre.directions')}
              hint={t('rooms.field.directionsHint')}
              maxlength={600}
              rows={3}
            />
          </FieldGroup>
        ))}
      </details>
    </>
  )
}

/** What groups of the neighbourhood read and when they may ask. */
const LettingFields = ({ values, errors, wording }: Omit<Props, 'languages'>) => {
  const { t } = wording
  const bind = (name: string) => ({ name, value: typedIn(values, name), error: errors[name] })
  return (
    <details open={values.isLet === 'yes' || Object.keys(errors).some(field => field.startsWith('hours'))}>
      <summary>{t('rooms.field.letting')}</summary>
      <CheckboxField
        name="isLet"
        label={t('rooms.field.isLet')}
        hint={t('rooms.field.isLetHint')}
        checked={values.isLet === 'yes'}
      />
      <TextArea
        {...bind('texts.de.houseRules')}
        label={t('rooms.field.houseRules')}
        hint={t('rooms.field.houseRulesHint')}
        maxlength={2000}
        rows={4}
      />
      <TextField {...bind('fee')} label={t('rooms.field.fee')} inputmode="decimal" short />
      <RadioGroup
        name="feePer"
        label={t('rooms.field.feePer')}
        value={typedIn(values, 'feePer') ?? 'booking'}
        options={(['booking', 'hour'] as const).map(value => ({ value, label: t(`rooms.feePer.${value}`) }))}
        horizontal
      />
      <TextField {...bind('deposit')} label={t('rooms.field.deposit')} inputmode="decimal" short />
      <NumberField
        {...bind('maxDaysAhead')}
        label={t('rooms.field.maxDaysAhead')}
        hint={t('rooms.field.maxDaysAheadHint')}
        min={0}
      />
      <p>{t('rooms.field.hoursHint')}</p>
      {[0, 1, 2].map(index => (
        <FieldGroup name={`hours.${index}`} label={t('rooms.field.hours', { number: index + 1 })}>
          <CheckboxGroup
            name={`hours.${index}.weekdays[]`}
            id={`hours.${index}.weekdays`}
            label={t('rooms.field.weekdays')}
            values={listed(values[`hours.${index}.weekdays`])}
            options={weekdays.map(number => ({ value: String(number), label: wording.weekday(number) }))}
            horizontal
          />
          <TimeField {...bind(`hours.${index}.opens`)} label={t('rooms.field.opens')} />
          <TimeField {...bind(`hours.${index}.closes`)} label={t('rooms.field.closes')} />
        </FieldGroup>
      ))}
    </details>
  )
}

/** A stored room as its fields show it. */
export const valuesOfRoom = (room: RoomFacts): FormValues => ({
  ...Object.fromEntries(
    Object.entries(room.texts).flatMap(([language, text]) =>
      Object.entries(text).map(([field, words]) => [`texts.${language}.${field}`, words]),
    ),
  ),
  ...{ atPartner: room.atPartner, keyNote: room.keyNote, contact: room.contact, feePer: room.feePer },
  ...{ capacity: said(room.capacity), equipment: room.equipment, releaseAfter: said(room.releaseAfter) },
  ...{ minutesBefore: said(room.minutesBefore), minutesAfter: said(room.minutesAfter) },
  ...{
    maxDaysAhead: said(room.maxDaysAhead),
    fee: inEuros(room.feeCents),
    deposit: inEuros(room.depositCents),
  },
  ...{ isStepFree: room.isStepFree ? 'yes' : '', isLet: room.isLet ? 'yes' : '' },
  ...Object.fromEntries(
    room.hours.flatMap(({ weekdays, opens, closes }, index) => [
      [`hours.${index}.weekdays`, weekdays.map(String)],
      [`hours.${index}.opens`, opens.toString({ smallestUnit: 'minute' })],
      [`hours.${index}.closes`, closes.toString({ smallestUnit: 'minute' })],
    ]),
  ),
})

const weekdays = [1, 2, 3, 4, 5, 6, 7]
const said = (value: number | null) => value?.toString() ?? ''
const inEuros = (cents: number) => (cents === 0 ? '' : eurosOf(cents))
const listed = (value: string | string[] | undefined) => (Array.isArray(value) ? value : [])
const hasAny = (values: FormValues, names: string[]) => names.some(name => Boolean(values[name]))
