import type { Wording } from '../../wording/wording.ts'
import { Button } from '../button.tsx'
import { CheckboxField, CheckboxGroup, RadioGroup } from '../choice-fields.tsx'
import { CountField } from '../count-field.tsx'
import { DateField, NumberField, SelectField, TextArea, TextField, TimeField } from '../fields.tsx'
import { ErrorSummary, Form } from '../form.tsx'
import { Section, Stack } from '../layout.tsx'
import { MonthField } from '../month-field.tsx'

export const FieldSamples = ({ wording }: { wording: Wording }) => {
  const { language, t, weekday } = wording
  const name = (field: string) => `${language}-${field}`
  const days = [1, 2, 3].map(day => ({ value: String(day), label: weekday(day) }))
  return (
    <Section title={t('design.form')}>
      <Form action="#main" label={`${t('design.form')} ${language}`} carry={{}}>
        <ErrorSummary
          title={t('design.faults')}
          id={name('errors')}
          focus={false}
          faults={[{ field: name('email'), message: t('design.emailFault') }]}
        />
        <TextField
          name={name('first')}
          label={t('design.firstName')}
          hint={t('design.firstNameHint')}
          required
        />
        <TextField
          name={name('email')}
          type="email"
          autocomplete="email"
          label={t('design.email')}
          optional={t('design.optional')}
          value="amina.example.org"
          error={t('design.emailFault')}
        />
        <ChoiceSamples wording={wording} />
        <MonthField
          name={name('born')}
          label={t('design.birthMonth')}
          month={{ name: name('month'), label: t('design.month') }}
          year={{ name: name('year'), label: t('design.year'), value: 2026 }}
          months={days}
          empty={t('design.choose')}
        />
        <DateField name={name('date')} label={t('design.date')} value="2026-11-23" />
        <TimeField name={name('time')} label={t('design.time')} value="09:30" />
        <NumberField name={name('number')} label={t('design.adults')} value={2} min={0} max={9} />
        <SelectField name={name('day')} label={t('design.day')} options={days} empty={t('design.choose')} />
        <TextArea name={name('remark')} label={t('design.remark')} optional={t('design.optional')} rows={3} />
        <Stack gap="small">
          <CountField
            name={name('adults')}
            label={t('design.adults')}
            value={9}
            less={t('design.less')}
            more={t('design.more')}
          />
        </Stack>
        <Button>{t('design.primary')}</Button>
      </Form>
    </Section>
  )
}

const ChoiceSamples = ({ wording: { language, t, weekday } }: { wording: Wording }) => (
  <>
    <RadioGroup
      name={`${language}-contact`}
      label={t('design.contact')}
      value="phone"
      options={[
        { value: 'email', label: t('design.email') },
        { value: 'phone', label: t('design.phone'), hint: t('design.note') },
        { value: 'none', label: t('design.nothing') },
      ]}
    />
    <CheckboxGroup
      name={`${language}-days`}
      label={t('design.days')}
      horizontal
      values={['1']}
      options={[1, 2, 3, 4, 5].map(day => ({ value: String(day), label: weekday(day) }))}
    />
    <CheckboxField name={`${language}-wait`} label={t('design.waitingList')} checked />
  </>
)
