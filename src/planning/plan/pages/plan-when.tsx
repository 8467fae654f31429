import {
  Button,
  Card,
  CheckboxField,
  Cluster,
  DateField,
  FieldGroup,
  NumberField,
  SelectField,
  TextField,
  TimeField,
} from '../../../platform/design/index.ts'
import { slotsOf } from '../draft.ts'
import { rhythmNames, weeks } from '../forms.ts'
import { fieldsOf, type StepProps } from './plan-fields.ts'

type WhenProps = StepProps & {
  rooms?: readonly string[]
  /** On whose closing days nothing needs to be held. */
  partners?: readonly { id: string; name: string }[]
}

/** Where and when: a room of the centre or any place; one or several slots. What a rhythm does not need is ignored. */
export const WhenFields = ({ rooms = [], ...props }: WhenProps) => {
  const { t } = props.wording
  const { text, ticked } = fieldsOf(props)
  const slots = slotsOf(props.values)
  return (
    <>
      <TextField
        {...text('place')}
        label={t('programme.staff.field.place')}
        hint={t('programme.staff.when.placeHint')}
        optional={t('programme.staff.optional')}
        maxlength={200}
        list="rooms"
      />
      <datalist id="rooms">
        {rooms.map(name => (
          <option value={name} />
        ))}
      </datalist>
      <CheckboxField {...ticked('isStepFree')} label={t('programme.staff.when.stepFree')} />
      {slots.map((_, index) => (
        <Slot {...props} index={index} isOnly={slots.length === 1} />
      ))}
      {slots.length === 0 && <p class="muted">{t('programme.staff.when.noSlot')}</p>}
      <div id="slots">
        <Button name="do" value="add" icon="plus">
          {t('programme.staff.when.add')}
        </Button>
      </div>
    </>
  )
}

const Slot = ({ index, isOnly, partners = [], ...props }: WhenProps & { index: number; isOnly: boolean }) => {
  const { t, weekday } = props.wording
  const { text, ticked } = fieldsOf(props)
  const named = (field: string) => `slots.${index}.${field}`
  const optional = t('programme.staff.optional')
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map(day => ({ value: String(day), label: weekday(day) }))
  return (
    <div class="slot" id={`slots.${index}`}>
      <Card title={t('programme.staff.when.slot', { number: index + 1 })}>
        <div class="stack stack--form">
          <input type="hidden" name={named('id')} value={text(named('id')).value} />
          <SelectField
            {...text(named('rhythm'))}
            label={t('programme.staff.field.rhythm')}
            hint={t('programme.staff.when.rhythmHint')}
            options={rhythmNames.map(value => ({ value, label: t(`programme.staff.rhythm.${value}`) }))}
          />
          <div class="slot__repeated">
            <SelectField
              {...text(named('weekday'))}
              label={t('programme.staff.field.weekday')}
              options={weekdays}
              empty={t('programme.staff.choose')}
            />
          </div>
          <div class="slot__fortnightly">
            <SelectField
              {...text(named('week'))}
              label={t('programme.staff.field.week')}
              hint={t('programme.staff.when.weekHint')}
              options={weeks.map(value => ({ value, label: t(`programme.staff.week.begin.${value}`) }))}
            />
          </div>
          <div class="fields">
            <TimeField {...text(named('starts'))} label={t('programme.staff.field.starts')} />
            <TimeField {...text(named('ends'))} label={t('programme.staff.field.ends')} optional={optional} />
          </div>
          <div class="slot__repeated stack stack--form">
            <div class="fields">
              <DateField {...text(named('firstOn'))} label={t('programme.staff.field.firstOn')} />
              <DateField
                {...text(named('lastOn'))}
                label={t('programme.staff.field.lastOn')}
                optional={optional}
              />
              <NumberField
                {...text(named('units'))}
                label={t('programme.staff.field.units')}
                optional={optional}
                min={1}
                max={200}
              />
            </div>
            <p class="muted">{t('programme.staff.when.endHint')}</p>
          </div>
          <CheckboxField
            {...ticked(named('skipsPublicHolidays'))}
            label={t('programme.staff.when.skipsPublicHolidays')}
          />
          <CheckboxField
            {...ticked(named('skipsSchoolHolidays'))}
            label={t('programme.staff.when.skipsSchoolHolidays')}
          />
          <CheckboxField
            {...ticked(named('skipsClosingDays'))}
            label={t('programme.staff.when.skipsClosingDays')}
          />
          {partners.length > 0 && (
            <SelectField
              {...text(named('partnerId'))}
              label={t('programme.staff.field.partnerId')}
              optional={optional}
              options={partners.map(({ id, name }) => ({ value: id, label: name }))}
              empty={t('programme.staff.when.noPartner')}
            />
          )}
          <div class="slot__repeated">
            <Days {...props} index={index} name="exceptOn" spare={2} />
          </div>
          <div class="slot__listed">
            <Days {...props} index={index} name="dates" spare={4} />
          </div>
          {!isOnly && (
            <Cluster>
              <Button kind="quiet" name="do" value={`remove-${index}`} icon="minus">
                {t('programme.staff.when.remove', { number: index + 1 })}
              </Button>
            </Cluster>
          )}
        </div>
      </Card>
    </div>
  )
}

/** A list of single days: those that are named, and a few empty fields for more. */
const Days = ({
  index,
  name,
  spare,
  ...props
}: StepProps & { index: number; name: 'exceptOn' | 'dates'; spare: number }) => {
  const { t } = props.wording
  const list = `slots.${index}.${name}`
  const { text, lines } = fieldsOf(props)
  return (
    <FieldGroup
      name={list}
      label={t(`programme.staff.field.${name}`)}
      hint={t('programme.staff.when.daysHint')}
      error={text(list).error}
      {...(name === 'exceptOn' && { optional: t('programme.staff.optional') })}
      horizontal
    >
      {lines(list, spare).map((line, number) => (
        <DateField {...line} label={t('programme.staff.when.dayNumber', { number: number + 1 })} />
      ))}
      <Button small name="do" value={`more-${index}`} icon="plus">
        {t('programme.staff.when.moreDays')}
      </Button>
    </FieldGroup>
  )
}
