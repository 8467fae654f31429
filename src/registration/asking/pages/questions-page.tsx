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
import type { OfferWithRules } from '../../store/place-rules.ts'
import { mostQuestions, type OfferQuestion, questionKinds } from '../offer-question.ts'

type Props = {
  offer: OfferWithRules
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
      {isSaved && <Notice announce tone="success" title={t('registration.asking.saved')} />}
      <ErrorSummary
        title={t('registration.join.mend')}
        faults={Object.entries(errors).map(([field, message]) => ({ field, message }))}
      />
      <Notice title={t('registration.asking.notHealth')}>{t('registration.asking.notHealthWhy')}</Notice>
      <p>{t('registration.asking.who')}</p>
      <Form action={paths.offerQuestions(language, offer.slug)}>
        {Array.from({ length: mostQuestions }, (_, row) => (
          <QuestionFields {...{ row, values, errors, wording }} />
        ))}
        <p>{t('registration.asking.changed')}</p>
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
    <FieldGroup name={`question-${row}`} label={t('registration.asking.question', { number: row + 1 })}>
      <Stack gap="small">
        <TextField {...field('words')} label={t('registration.asking.words')} maxlength={160} />
        <TextField
          {...field('purpose')}
          label={t('registration.asking.purpose')}
          hint={t('registration.asking.purposeHint')}
          maxlength={160}
        />
        <SelectField
          {...field('kind')}
          label={t('registration.asking.kind')}
          options={questionKinds.map(kind => ({
            value: kind,
            label: t(`registration.asking.kinds.${kind}`),
          }))}
        />
        <TextArea
          {...field('choices')}
          label={t('registration.asking.choices')}
          hint={t('registration.asking.choicesHint')}
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
  if (code === 'twice') return t('registration.asking.problem.twice')
  if (code === 'too-long') return t('registration.problem.too-long')
  if (field.endsWith('.choices')) return t('registration.asking.problem.choices')
  return t(
    field.endsWith('.purpose') ? 'registration.asking.problem.purpose' : 'registration.problem.required',
  )
}
