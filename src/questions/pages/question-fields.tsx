import { TextArea, TextField } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { ReachFields } from '../../reach/index.ts'

export type AskValues = Partial<Record<'body' | 'reachBy' | 'phone' | 'email' | 'reachable', string>>
/** What is wrong with which field, said in the reader's language. */
export type Said = Readonly<Record<string, string>>

/** What is asked, and how the answer comes back: the same for a family and for whoever writes it down for one. */
export const QuestionFields = ({
  values,
  errors,
  wording,
}: {
  values: AskValues
  errors: Said
  wording: Wording
}) => (
  <>
    <TextArea
      name="body"
      label={wording.t('questions.field.body')}
      hint={wording.t('questions.field.bodyHint')}
      value={values.body}
      error={errors.body}
      maxlength={2000}
      rows={5}
    />
    <ReachFields
      label={wording.t('questions.field.answerBy')}
      hints={{
        visit: wording.t('questions.wayHint.visit'),
        call: wording.t('questions.wayHint.call'),
        sms: wording.t('questions.wayHint.sms'),
        email: wording.t('questions.wayHint.email'),
      }}
      {...{ values, errors, wording }}
    >
      <TextField
        name="reachable"
        label={wording.t('questions.field.reachable')}
        value={values.reachable}
        error={errors.reachable}
        maxlength={120}
      />
    </ReachFields>
  </>
)
