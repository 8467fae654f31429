import type { Child, PropsWithChildren } from 'hono/jsx'
import {
  Button,
  DateField,
  ErrorSummary,
  Form,
  RadioGroup,
  SelectField,
  Stack,
  TextField,
} from '../../platform/design/index.ts'
import type { FormProblems, FormValues } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { someoneNew } from '../forms.ts'
import { paths } from '../paths.ts'
import { isOn } from '../post.ts'
import type { PostInFull } from '../read-posts.ts'
import { faultsOf, hoursInWords } from './words.ts'

export type FormView = {
  wording: Wording
  full: PostInFull
  problems?: FormProblems | undefined
  values?: FormValues | undefined
}

/** How large the post is from a day on, and who pays for it. */
export const PlanPage = ({ full, ...view }: FormView) => {
  const { t, language } = view.wording
  const current = full.posts.find(post => isOn(post, full.today))
  const field = fieldsOf(view, {
    percent: current ? decimal(current.fundedPermille / 10) : '100',
    fullTime: decimal((current?.fullTimeMinutes ?? 2340) / 60),
    fundedBy: current?.fundedBy ?? '',
    from: full.today.toString(),
  })
  return (
    <Framed {...view} full={full} action={paths.plan(language, full.centre.centreId)}>
      <TextField {...field('percent')} label={t('people.form.percent')} inputmode="decimal" required />
      <TextField
        {...field('fullTime')}
        label={t('people.form.fullTime')}
        hint={t('people.form.fullTimeHint')}
        inputmode="decimal"
        required
      />
      <TextField
        {...field('fundedBy')}
        label={t('people.fundedBy')}
        hint={t('people.form.fundedByHint')}
        maxlength={120}
        required
      />
      <DateField {...field('from')} label={t('people.form.from')} hint={t('people.form.fromHint')} required />
    </Framed>
  )
}

/** Who holds the post from a day on, or stands in. */
export const AssignPage = ({ full, ...view }: FormView) => {
  const { t, language } = view.wording
  const field = fieldsOf(view, { kind: 'holder', person: someoneNew, from: full.today.toString() })
  const optional = t('people.form.optional')
  return (
    <Framed {...view} full={full} action={paths.assign(language, full.centre.centreId)}>
      <RadioGroup
        {...field('kind')}
        label={t('people.form.kind')}
        options={(['holder', 'deputy'] as const).map(kind => ({
          value: kind,
          label: t(`people.form.${kind}`),
          hint: t(`people.form.${kind}Hint`),
        }))}
      />
      <SelectField
        {...field('person')}
        label={t('people.form.person')}
        options={[
          { value: someoneNew, label: t('people.form.new') },
          ...full.employees.map(({ id, name, contractMinutes }) => ({
            value: id,
            label: view.wording.joined([
              name,
              contractMinutes !== undefined && hoursInWords(contractMinutes, view.wording),
            ]),
          })),
        ]}
      />
      <TextField
        {...field('name')}
        label={t('people.form.name')}
        hint={t('people.form.onlyNew')}
        maxlength={120}
      />
      <TextField
        {...field('contract')}
        label={t('people.form.contract')}
        hint={t('people.form.onlyNew')}
        inputmode="decimal"
      />
      <TextField
        {...field('hours')}
        label={t('people.form.hours')}
        hint={t('people.form.hoursHint')}
        inputmode="decimal"
      />
      <DateField {...field('from')} label={t('people.form.from')} required />
      <DateField {...field('lastDay')} label={t('people.lastDay')} optional={optional} />
    </Framed>
  )
}

/** The weekly hours of somebody's contract from a day on. */
export const ContractPage = ({ full, ...view }: FormView) => {
  const { t, language } = view.wording
  const field = fieldsOf(view, { from: full.today.toString() })
  return (
    <Framed {...view} full={full} action={paths.contract(language, full.centre.centreId)}>
      <SelectField
        {...field('person')}
        label={t('people.form.person')}
        empty={t('people.form.choose')}
        options={full.employees.map(({ id, name }) => ({ value: id, label: name }))}
        required
      />
      <TextField {...field('contract')} label={t('people.form.contract')} inputmode="decimal" required />
      <DateField {...field('from')} label={t('people.form.from')} required />
    </Framed>
  )
}

const Framed = ({
  wording,
  full: { centre },
  problems = {},
  action,
  children,
}: PropsWithChildren<FormView & { action: string }>): Child => {
  const { t, language } = wording
  return (
    <Stack>
      <ErrorSummary title={t('people.fault.title')} faults={faultsOf(wording, problems)} />
      <Form action={action}>
        {children}
        <Button kind="primary">{t('people.form.save')}</Button>
      </Form>
      <p>
        <a href={paths.post(language, centre.centreId)}>{t('people.form.cancel')}</a>
      </p>
    </Stack>
  )
}

/** Name, value and fault of a field: what was typed, or else what it begins with. */
const fieldsOf = (
  { wording, problems = {}, values }: Omit<FormView, 'full'>,
  before: Record<string, string>,
) => {
  const faults = faultsOf(wording, problems)
  return (name: string) => ({
    name,
    value: String((values ?? before)[name] ?? ''),
    error: faults.find(fault => fault.field === name)?.message,
  })
}

/** As one types it in German; the form reads a point as well. */
const decimal = (value: number) => String(value).replace('.', ',')
