import { RadioGroup, TextArea, TextField } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { waysToAnswer } from '../question.ts'

export type AskValues = Partial<Record<'body' | 'answerBy' | 'phone' | 'email' | 'reachable', string>>
/** What is wrong with which field, said in the reader's language. */
export type Said = Readonly<Record<string, string>>

/** What is asked, and how the answer comes back: the same for a family and for whoever writes it down for one. */
export const QuestionFields = ({
  values,
  errors,
  wording: { t },
}: {
  values: AskValues
  errors: Said
  wording: Wording
}) => (
  <>
    <TextArea
      name="body"
      label={t('questions.field.body')}
      hint={t('questions.field.bodyHint')}
      value={values.body}
      error={errors.body}
      maxlength={2000}
      rows={5}
    />
    <RadioGroup
      name="answerBy"
      label={t('questions.field.answerBy')}
      error={errors.answerBy}
      value={values.answerBy ?? 'visit'}
      options={waysToAnswer.toReversed().map(way => ({
        ...{ value: way, label: t(`questions.way.${way}`), hint: t(`questions.wayHint.${way}`) },
      }))}
    />
    <div class="stack stack--form only-for-phone">
      <TextField
        name="phone"
        type="tel"
        label={t('questions.field.phone')}
        hint={t('questions.field.phoneHint')}
        value={values.phone}
        error={errors.phone}
        autocomplete="tel"
        maxlength={40}
      />
      <TextField
        name="reachable"
        label={t('questions.field.reachable')}
        value={values.reachable}
        error={errors.reachable}
        maxlength={120}
      />
    </div>
    <div class="only-for-email">
      <TextField
        name="email"
        type="email"
        label={t('questions.field.email')}
        hint={t('questions.field.emailHint')}
        value={values.email}
        error={errors.email}
        autocomplete="email"
        maxlength={254}
      />
    </div>
  </>
)
