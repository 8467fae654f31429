import { type CodeFault, CodeForm } from '../../codes/index.ts'
import { Card, EmptyState, LinkButton, Notice, Row, Rows, Stack, Tag } from '../../platform/design/index.ts'
import { nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import type { Question } from '../question.ts'
import { type TallyLine, TallyTable } from './tally-table.tsx'

type Props = {
  questions: readonly Question[]
  tally: readonly TallyLine[]
  now: Temporal.Instant
  news: 'answered' | 'answered-before' | 'entered' | undefined
  codeFault: CodeFault | undefined
  wording: Wording
}

/** What families asked the own centre: what waits on top, what was answered below, and the sums. */
export const ListPage = ({ questions, tally, now, news, codeFault, wording }: Props) => {
  const { t, language } = wording
  const open = questions.filter(({ answeredAt }) => answeredAt === null)
  const answered = questions.filter(({ answeredAt }) => answeredAt !== null)
  return (
    <Stack gap="large">
      {news && <Notice announce tone="success" title={t(`questions.news.${news}`)} />}
      {open.length === 0 ? (
        <EmptyState icon="check" title={t('questions.list.none')}>
          {t('questions.list.noneHint')}
        </EmptyState>
      ) : (
        <Card title={t('questions.list.open')}>
          <QuestionRows questions={open} now={now} wording={wording} />
        </Card>
      )}
      {answered.length > 0 && (
        <Card title={t('questions.list.answered')}>
          <QuestionRows questions={answered} now={now} wording={wording} />
        </Card>
      )}
      <Card title={t('questions.list.byCode')}>
        <CodeForm action={paths.showCode(language)} fault={codeFault} wording={wording} />
      </Card>
      <TallyTable lines={tally} wording={wording} />
    </Stack>
  )
}

const QuestionRows = ({
  questions,
  now,
  wording,
}: {
  questions: readonly Question[]
  now: Temporal.Instant
  wording: Wording
}) => {
  const { t, language, moment } = wording
  return (
    <Rows>
      {questions.map(question => (
        <Row
          start={isOverdue(question, now) ? <Tag tone="danger" label={t('questions.list.overdue')} /> : null}
          title={
            <span dir="auto" class="one-line">
              {question.body}
            </span>
          }
          note={[
            moment(question.askedAt),
            nameOfLanguage(question.language, language),
            t(`reach.way.${question.wants.reachBy}`),
          ].join(' · ')}
          action={
            <LinkButton href={paths.question(language, question.id)} small>
              {t(question.answeredAt ? 'questions.list.look' : 'questions.list.answer')}
            </LinkButton>
          }
        />
      ))}
    </Rows>
  )
}

const isOverdue = ({ answeredAt, overdueAt }: Question, now: Temporal.Instant) =>
  answeredAt === null && Temporal.Instant.compare(now, overdueAt) >= 0
