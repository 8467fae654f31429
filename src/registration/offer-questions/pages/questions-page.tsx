import {
  Button,
  ErrorSummary,
  FieldGroup,
  Form,
  LoneLink,
  Notice,
  SelectField,
  Stack,
  TextArea,
  TextField,
} from '../../../platform/design/index.ts'
import { type FormProblems, type FormValues, typedIn } from '../../../platform/web/form.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import { paths } from '../../paths.ts'
import type { ManagedOffer } from '../../store/offers.ts'
import { mostQuestions, type OfferQuestion, questionKinds } from '../offer-question.ts'

type Props = {
  offer: ManagedOffer
  questions: readonly OfferQuestion[]
  wording: Wording
  typed: { values: FormValues; problems: FormProblems } | undefined
  isSaved: boolean
}

/** Up to three questions, each with what its answer is good for, as families read it. */
export const QuestionsPage = ({ offer, questions, wording, typed, isSaved }: Props) => {
  const { t, language } = wording
  const errors = Object.fromEntries(
    Object.entries(typed?.problems ?? {}).map(([field, code]) => [field, faultOf(field, code, wording)]),
  )
  const values = typed?.values ?? storedValues(questions)
  return (
    <Stack gap="large">
      <LoneLink href={paths.staffOffer(language, offer.slug)}>{t('registration.rules.toOffer')}</LoneLink>
      {isSaved && <Notice announce tone="success" title={t('registration.offer-questions.saved')} />}
      <ErrorSummary
        title={t('registration.join.mend')}
        faults={Object.entries(errors).map(([field, message]) => ({ field, message }))}
      />
      <Notice title={t('registration.offer-questions.notHealth')}>
        {t('registration.offer-questions.notHealthWhy')}
      </Notice>
      <p>{t('registration.offer-questions.who')}</p>
      <Form action={paths.offerQuestions(language, offer.slug)}>
        {Array.from({ length: mostQuestions }, (_, row) => (
          <QuestionFields {...{ row, values, errors, wording }} />
        ))}
        <p>{t('registration.offer-questions.changed')}</p>
        <Button kind="primary">{t('registration.change.save')}</Button>
      </Form>
    </Stack>
  )
}

type FieldsProps = { row: number; values: FormValues; errors: Record<string, string>; wording: Wording }

const QuestionFields = ({ row, values, errors, wording: { t } }: FieldsProps) => {
  const field = (name: string) => {
    const full = `questions.${row}.${name}`
    return { name: full, value: typedIn(values, full), error: errors[full] }
  }
  return (
    <FieldGroup
      name={`question-${row}`}
      label={t('registration.offer-questions.question', { number: row + 1 })}
    >
      <Stack gap="small">
        <TextField {...field('words')} label={t('registration.offer-questions.words')} maxlength={160} />
        <TextField
          {...field('purpose')}
          label={t('registration.offer-questions.purpose')}
          hint={t('registration.offer-questions.purposeHint')}
          maxlength={160}
        />
        <SelectField
          {...field('kind')}
          label={t('registration.offer-questions.kind')}
          options={questionKinds.map(kind => ({
            value: kind,
            label: t(`registration.offer-questions.kinds.${kind}`),
          }))}
        />
        <TextArea
          {...field('choices')}
          label={t('registration.offer-questions.choices')}
          hint={t('registration.offer-questions.choicesHint')}
          rows={3}
          maxlength={400}
        />
      </Stack>
    </FieldGroup>
  )
}

const storedValues = (questions: readonly OfferQuestion[]): FormValues =>
  Object.fromEntries(
    questions.flatMap(({ words, purpose, kind, choices }, row) =>
      Object.entries({ words, purpose, kind, choices: choices.join('\n') }).map(([name, value]) => [
        `questions.${row}.${name}`,
        value,
      ]),
    ),
  )

const faultOf = (field: string, code: string, { t }: Wording) => {
  if (code === 'twice') return t('registration.offer-questions.problem.twice')
  if (code === 'too-long') return t('registration.problem.too-long')
  if (field.endsWith('.choices')) return t('registration.offer-questions.problem.choices')
  return t(
    field.endsWith('.purpose')
      ? 'registration.offer-questions.problem.purpose'
      : 'registration.problem.required',
  )
}
