import { Button, ErrorSummary, Form, SelectField, Stack, TextField } from '../../platform/design/index.ts'
import type { FormProblems, FormValues } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import { type TaskChoice, taskValue } from '../people.ts'
import { faultsOf } from './faults.ts'
import { taskWords } from './task-words.ts'

export type AddPersonView = {
  wording: Wording
  tasks: TaskChoice[]
  problems?: FormProblems | undefined
  values?: FormValues | undefined
}

export const AddPersonPage = ({ wording, tasks, problems = {}, values = {} }: AddPersonView) => {
  const { t, language } = wording
  const faults = faultsOf(wording, problems)
  const field = (name: 'name' | 'email' | 'task') => ({
    name,
    label: t(`identity.people.${name}`),
    value: String(values[name] ?? ''),
    error: faults.find(fault => fault.field === name)?.message,
    required: true,
  })
  return (
    <Stack>
      <ErrorSummary title={t('identity.refusedTitle')} faults={faults} />
      <p>{t('identity.people.addHint')}</p>
      <Form action={paths.addPerson(language)}>
        <TextField {...field('name')} autocomplete="off" maxlength={120} />
        <TextField {...field('email')} type="email" autocomplete="off" />
        <SelectField
          {...field('task')}
          empty={t('identity.people.choose')}
          options={tasks.map(task => ({ value: taskValue(task), label: taskWords(wording, task) }))}
        />
        <Button kind="primary">{t('identity.people.submit')}</Button>
      </Form>
      <p>
        <a href={paths.people(language)}>{t('identity.people.back')}</a>
      </p>
    </Stack>
  )
}
