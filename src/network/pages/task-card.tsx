import {
  Button,
  Card,
  ConfirmButton,
  DateField,
  Form,
  Icon,
  Row,
  Rows,
  SelectField,
  Stack,
  Tag,
  TextField,
} from '../../platform/design/index.ts'
import { typedIn } from '../../platform/web/form.ts'
import { isOverdue } from '../due.ts'
import type { Task } from '../meeting.ts'
import { paths } from '../paths.ts'
import type { MeetingPageProps } from './meeting-page.tsx'

/** Who does what until when, and one more task. */
export const TaskCard = (props: MeetingPageProps) => {
  const { meeting, tasks, team, partners, typed, errors, wording } = props
  const { t, language } = wording
  const field = (name: 'words' | 'owner' | 'dueOn') => ({
    ...{ name, label: t(`network.task.${name}`) },
    ...{ value: typedIn(typed, name), error: errors[name] },
  })
  return (
    <Card title={t('network.task.title')}>
      <Stack>
        {tasks.length === 0 && <p>{t('network.task.none')}</p>}
        <Rows>
          {tasks.map(task => (
            <TaskRow task={task} {...props} />
          ))}
        </Rows>
        <Form action={paths.giveTask(language, meeting.id)} label={t('network.task.add')}>
          <TextField {...field('words')} maxlength={300} />
          <SelectField
            {...field('owner')}
            empty=""
            options={[
              ...team.map(({ accountId, name }) => ({ value: `account/${accountId}`, label: name })),
              ...partners.map(({ id, name }) => ({ value: `partner/${id}`, label: name })),
            ]}
          />
          <DateField {...field('dueOn')} />
          <Button>{t('network.task.add')}</Button>
        </Form>
      </Stack>
    </Card>
  )
}

const TaskRow = ({
  task,
  meeting,
  today,
  wording: { t, language, shortDay },
}: MeetingPageProps & { task: Task }) => (
  <Row
    start={<Icon name={task.doneAt ? 'check' : 'waiting'} />}
    cancelled={task.doneAt !== null}
    title={<bdi>{task.words}</bdi>}
    note={
      <>
        <bdi>{task.ownerName ?? t('network.task.nobody')}</bdi> ·{' '}
        {t('network.task.until', { day: shortDay(task.dueOn) })}{' '}
        {isOverdue(task, today) && <Tag tone="danger" label={t('network.task.overdue')} />}
        {task.doneAt && <Tag tone="success" label={t('network.task.done')} />}
      </>
    }
    action={
      <ConfirmButton
        action={paths.finishTask(language, meeting.id, task.id)}
        fields={{ done: task.doneAt ? 'no' : 'yes' }}
        kind={task.doneAt ? 'quiet' : 'secondary'}
        small
      >
        {t(task.doneAt ? 'network.task.reopen' : 'network.task.finish')}
        <span class="kern-sr-only">
          {' '}
          <bdi>{task.words}</bdi>
        </span>
      </ConfirmButton>
    }
  />
)
