import {
  Button,
  ErrorSummary,
  Form,
  NumberField,
  SelectField,
  Stack,
  TextArea,
  TextField,
} from '../../platform/design/index.ts'
import type { FormProblems, FormValues } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { longestSupportDays } from '../forms.ts'
import { paths } from '../paths.ts'
import { faultsOf } from './faults.ts'

export type GrantView = {
  wording: Wording
  /** The centres whose families the reader may open. */
  centres: { id: string; name: string }[]
  problems?: FormProblems | undefined
  values?: FormValues | undefined
}

export const GrantPage = ({ wording, centres, problems = {}, values = {} }: GrantView) => {
  const { t, language } = wording
  const faults = faultsOf(wording, problems)
  const field = (name: 'email' | 'centre' | 'days' | 'reason') => ({
    name,
    label: t(`identity.support.${name}`),
    value: String(values[name] ?? ''),
    error: faults.find(fault => fault.field === name)?.message,
    required: true,
  })
  const days = { days: longestSupportDays }
  return (
    <Stack>
      <ErrorSummary title={t('identity.refusedTitle')} faults={faults} />
      <Form action={paths.grantSupport(language)}>
        <TextField {...field('email')} type="email" autocomplete="off" />
        <SelectField
          {...field('centre')}
          value={centres.length === 1 ? centres[0]?.id : field('centre').value}
          empty={t('identity.people.choose')}
          options={centres.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <NumberField
          {...field('days')}
          hint={t('identity.support.daysHint', days)}
          min={1}
          max={longestSupportDays}
        />
        <TextArea {...field('reason')} hint={t('identity.support.reasonHint')} rows={3} maxlength={500} />
        <Button kind="primary">{t('identity.support.submit')}</Button>
      </Form>
      <p>
        <a href={paths.support(language)}>{t('identity.people.back')}</a>
      </p>
    </Stack>
  )
}
