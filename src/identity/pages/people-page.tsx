import {
  Button,
  Cluster,
  ConfirmButton,
  DataTable,
  ErrorSummary,
  Form,
  Notice,
  Section,
  SelectField,
  Stack,
  TextField,
} from '../../platform/design/index.ts'
import type { FormProblems, FormValues } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import { type ListedPerson, type TaskChoice, taskValue } from '../people.ts'
import { faultsOf } from './faults.ts'

export type PeopleView = {
  wording: Wording
  people: ListedPerson[]
  tasks: TaskChoice[]
  news?: string | undefined
  problems?: FormProblems | undefined
  values?: FormValues | undefined
}

export const PeoplePage = ({ wording, people, tasks, news, problems, values }: PeopleView) => {
  const { t } = wording
  return (
    <Stack gap="large">
      {news && <Notice tone="success" title={news} announce />}
      <p>{t('identity.people.lead')}</p>
      <DataTable
        caption={t('identity.people.title')}
        captionHidden
        rows={people}
        columns={[
          { label: t('identity.people.name'), cell: ({ name }) => <bdi>{name}</bdi> },
          { label: t('identity.people.task'), cell: person => taskWords(wording, person) },
          { label: t('identity.people.email'), cell: ({ email }) => <bdi>{email}</bdi> },
          { label: t('identity.people.actions'), cell: person => <Actions {...{ wording, person }} /> },
        ]}
      />
      <AddPerson {...{ wording, tasks, problems, values }} />
    </Stack>
  )
}

const Actions = ({ wording: { t, language }, person }: { wording: Wording; person: ListedPerson }) =>
  person.isChangeable ? (
    <Cluster>
      {!person.isDemo && (
        <ConfirmButton action={paths.renewSignIn(language, person.membershipId)} kind="quiet" small>
          {t('identity.people.renew')}
        </ConfirmButton>
      )}
      <ConfirmButton action={paths.endMembership(language, person.membershipId)} kind="quiet" small>
        {t('identity.people.end')}
      </ConfirmButton>
    </Cluster>
  ) : null

const AddPerson = ({ wording, tasks, problems = {}, values = {} }: Omit<PeopleView, 'people' | 'news'>) => {
  const { t, language } = wording
  const faults = faultsOf(wording, problems)
  const field = (name: string) => ({
    name,
    label: t(`identity.people.${name as 'name' | 'email' | 'task'}`),
    value: String(values[name] ?? ''),
    error: faults.find(fault => fault.field === name)?.message,
    required: true,
  })
  return (
    <Section title={t('identity.people.add')} id="add">
      <Stack>
        <ErrorSummary title={t('identity.refusedTitle')} faults={faults} />
        <p>{t('identity.people.addHint')}</p>
        <Form action={paths.people(language)}>
          <TextField {...field('name')} autocomplete="off" maxlength={120} />
          <TextField {...field('email')} type="email" autocomplete="off" />
          <SelectField
            {...field('task')}
            empty={t('identity.people.choose')}
            options={tasks.map(task => ({ value: taskValue(task), label: taskWords(wording, task) }))}
          />
          <Button kind="primary">{t('identity.people.submit')}</Button>
        </Form>
      </Stack>
    </Section>
  )
}

const taskWords = ({ t }: Wording, { role, place }: { role: TaskChoice['role']; place?: string | null }) => {
  const task = t(`app.role.${role}`)
  return place ? t('identity.people.taskAt', { role: task, place: isolated(place) }) : task
}

// A name in another script keeps its full stops and brackets on the right side; a choice in a list takes no <bdi>.
const isolated = (name: string) => `\u2068${name}\u2069`
