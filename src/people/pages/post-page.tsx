import {
  Button,
  Card,
  Cluster,
  DataTable,
  DateField,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  Section,
  Stack,
} from '../../platform/design/index.ts'
import type { FormProblems } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import type { Assignment } from '../post.ts'
import type { PostInFull } from '../read-posts.ts'
import { faultsOf, hoursInWords, percentInWords, spanInWords } from './words.ts'

export type PostView = {
  wording: Wording
  full: PostInFull
  news?: 'planned' | 'assigned' | 'ended' | 'changed' | undefined
  /** What is wrong with the end of which assignment. */
  ending?: { id: string; problems: FormProblems } | undefined
}

/** One post: what it is and was, who holds it and who stands in. */
export const PostPage = ({ wording, full, news, ending }: PostView) => {
  const { t, language } = wording
  const { centre, posts, assignments, employees, today } = full
  const { centreId } = centre
  const running = assignments.filter(each => !each.until || Temporal.PlainDate.compare(each.until, today) > 0)
  const past = assignments.filter(each => !running.includes(each))
  const faults = ending
    ? faultsOf(wording, ending.problems).map(fault => ({ ...fault, field: `${fault.field}-${ending.id}` }))
    : []
  return (
    <Stack gap="large">
      {news && <Notice tone="success" title={t(`people.news.${news}`)} announce />}
      <ErrorSummary title={t('people.fault.title')} faults={faults} />
      <Section title={t('people.size')}>
        <Stack>
          {posts.length > 0 && (
            <DataTable
              caption={t('people.size')}
              captionHidden
              rows={posts}
              columns={[
                { label: t('people.when'), cell: post => spanInWords(post, wording, today) },
                {
                  label: t('people.funded'),
                  numeric: true,
                  cell: post => percentInWords(post.fundedPermille, wording),
                },
                { label: t('people.fundedBy'), cell: post => post.fundedBy },
              ]}
            />
          )}
          <Cluster>
            <LinkButton href={paths.plan(language, centreId)}>
              {t(posts.length > 0 ? 'people.planAgain' : 'people.plan')}
            </LinkButton>
          </Cluster>
        </Stack>
      </Section>
      {posts.length > 0 && (
        <Section title={t('people.who')}>
          <Stack>
            {running.length === 0 && <p>{t('people.nobody')}</p>}
            {running.map(each => (
              <Running
                {...{ wording, full, assignment: each }}
                error={ending?.id === each.id ? faults[0]?.message : undefined}
              />
            ))}
            <Cluster>
              <LinkButton kind="primary" icon="plus" href={paths.assign(language, centreId)}>
                {t('people.assign')}
              </LinkButton>
              {employees.length > 0 && (
                <LinkButton href={paths.contract(language, centreId)}>
                  {t('people.changeContract')}
                </LinkButton>
              )}
            </Cluster>
          </Stack>
        </Section>
      )}
      {past.length > 0 && (
        <Section title={t('people.before')}>
          <ul>
            {past.map(each => (
              <li>
                <bdi>{each.name}</bdi>: {t(`people.kind.${each.kind}`)}, {spanInWords(each, wording, today)}
              </li>
            ))}
          </ul>
          <p class="muted">{t('people.retention')}</p>
        </Section>
      )}
      <p>
        <a href={paths.posts(language)}>{t('people.back')}</a>
      </p>
    </Stack>
  )
}

const Running = ({
  wording,
  full: { centre, employees, today },
  assignment,
  error,
}: {
  wording: Wording
  full: PostInFull
  assignment: Assignment
  error: string | undefined
}) => {
  const { t, language, joined } = wording
  const contract = employees.find(({ id }) => id === assignment.employeeId)?.contractMinutes
  return (
    <Card title={assignment.name}>
      <Stack gap="small">
        <p>
          {joined([
            t(`people.kind.${assignment.kind}`),
            assignment.kind === 'holder' && hoursInWords(assignment.minutes, wording),
            spanInWords(assignment, wording, today),
          ])}
        </p>
        {contract && (
          <p class="muted">{t('people.contractIs', { hours: hoursInWords(contract, wording) })}</p>
        )}
        <details open={Boolean(error)}>
          <summary>{t('people.end')}</summary>
          <Form
            action={paths.end(language, centre.centreId, assignment.id)}
            label={t('people.endOf', { name: assignment.name })}
          >
            <DateField
              name="lastDay"
              id={`lastDay-${assignment.id}`}
              label={t('people.lastDay')}
              value={today.toString()}
              error={error}
              required
            />
            <Button>{t('people.end')}</Button>
          </Form>
        </details>
      </Stack>
    </Card>
  )
}
