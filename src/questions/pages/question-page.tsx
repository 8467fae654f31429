import {
  Button,
  type Description,
  DescriptionList,
  ErrorSummary,
  Form,
  Notice,
  SelectField,
  Stack,
  TextArea,
} from '../../platform/design/index.ts'
import { nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import { PhoneLink } from '../../reach/index.ts'
import { InOwnWords, type Shown, UnderstandButton } from '../../understanding/index.ts'
import { paths } from '../paths.ts'
import type { Question } from '../question.ts'
import { spoken, targets, topics } from '../tally.ts'
import type { Said } from './question-fields.tsx'
import { languageInWords } from './tally-table.tsx'

export type AnswerValues = Partial<Record<'answer' | 'topic' | 'language' | 'referredTo', string>>

type Props = { question: Question; values: AnswerValues; errors: Said; wording: Wording }
type WholeProps = Props & { inOwnWords: Shown }

/** One question, whole, and how to answer it. */
export const QuestionPage = ({ question, values, errors, inOwnWords, wording }: WholeProps) => {
  const { t, moment } = wording
  return (
    <Stack gap="large">
      <blockquote dir="auto" class="as-written">
        {question.body}
      </blockquote>
      {inOwnWords.said && <InOwnWords said={inOwnWords.said} wording={wording} />}
      {inOwnWords.mayAsk && !inOwnWords.said && (
        <UnderstandButton action={paths.understand(wording.language, question.id)} wording={wording} />
      )}
      <DescriptionList items={factsOf(question, wording)} />
      {question.answeredAt ? (
        <Notice tone="success" title={t('questions.answer.was', { when: moment(question.answeredAt) })}>
          <p dir="auto" class="as-written">
            {question.answer}
          </p>
        </Notice>
      ) : (
        <AnswerForm {...{ question, values, errors, wording }} />
      )}
    </Stack>
  )
}

const AnswerForm = ({ question, values, errors, wording }: Props) => {
  const { t, language } = wording
  const faults = Object.entries(errors).map(([field, message]) => ({ field, message }))
  return (
    <>
      <ErrorSummary title={t('questions.ask.mend')} faults={faults} />
      <Form action={paths.question(language, question.id)}>
        <TextArea
          name="answer"
          label={t('questions.answer.words')}
          hint={t(`questions.answer.hint.${question.wants.reachBy}`)}
          value={values.answer}
          error={errors.answer}
          maxlength={4000}
          rows={8}
        />
        <p>{t('questions.answer.tally')}</p>
        <SelectField
          name="topic"
          label={t('questions.tally.topic')}
          empty=""
          value={values.topic}
          error={errors.topic}
          options={topics.map(value => ({ value, label: t(`questions.topic.${value}`) }))}
        />
        <SelectField
          name="language"
          label={t('questions.tally.language')}
          value={values.language ?? question.language}
          error={errors.language}
          options={spoken.map(value => ({ value, label: languageInWords(value, wording) }))}
        />
        <SelectField
          name="referredTo"
          label={t('questions.tally.referredTo')}
          value={values.referredTo ?? 'nowhere'}
          error={errors.referredTo}
          options={targets.map(value => ({ value, label: t(`questions.target.${value}`) }))}
        />
        <Button kind="primary">{t(`questions.answer.send.${question.wants.reachBy}`)}</Button>
      </Form>
    </>
  )
}

const factsOf = ({ wants, reachable, language, channel, askedAt, deleteOn }: Question, wording: Wording) => {
  const { t, moment, day } = wording
  const facts: (Description | false)[] = [
    { term: t('questions.facts.wants'), icon: 'info', value: t(`reach.way.${wants.reachBy}`) },
    'phone' in wants && {
      ...{ term: t('reach.field.phone'), icon: 'phone' as const },
      value: <PhoneLink {...wants} />,
    },
    reachable !== '' && {
      ...{ term: t('questions.field.reachable'), icon: 'clock' as const },
      value: <bdi>{reachable}</bdi>,
    },
    'email' in wants && { term: t('reach.field.email'), icon: 'mail', value: wants.email },
    {
      term: t('questions.facts.pageLanguage'),
      icon: 'language',
      value: nameOfLanguage(language, wording.language),
    },
    {
      term: t('questions.facts.came'),
      icon: 'clock',
      value: `${t(`questions.channel.${channel}`)}, ${moment(askedAt)}`,
    },
    { term: t('questions.facts.deleted'), icon: 'calendar', value: day(deleteOn) },
  ]
  return facts.filter(fact => fact !== false)
}
