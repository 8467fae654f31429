import { Button, ErrorSummary, Form, RadioGroup, SelectField } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import { type AskValues, QuestionFields, type Said } from './question-fields.tsx'

type Props = {
  centres: readonly { slug: string; name: string }[]
  values: AskValues & { channel?: string; centre?: string }
  errors: Said
  renderingKey: string
  wording: Wording
}

/** A question that somebody asks at the desk or by telephone, written down for her. */
export const EnterPage = ({ centres, values, errors, renderingKey, wording }: Props) => {
  const { t, language } = wording
  const [only] = centres
  const faults = Object.entries(errors).map(([field, message]) => ({ field, message }))
  return (
    <>
      <ErrorSummary title={t('questions.ask.mend')} faults={faults} />
      <Form
        action={paths.enter(language)}
        carry={{ renderingKey, ...(centres.length === 1 && only && { centre: only.slug }) }}
      >
        {centres.length > 1 && (
          <SelectField
            name="centre"
            label={t('questions.enter.centre')}
            value={values.centre}
            error={errors.centre}
            options={centres.map(({ slug, name }) => ({ value: slug, label: name, lang: 'de' }))}
          />
        )}
        <RadioGroup
          name="channel"
          label={t('questions.enter.channel')}
          error={errors.channel}
          value={values.channel ?? 'desk'}
          options={(['desk', 'phone'] as const).map(value => ({
            ...{ value, label: t(`questions.channel.${value}`) },
          }))}
          horizontal
        />
        <QuestionFields {...{ values, errors, wording }} />
        <Button kind="primary">{t('questions.enter.send')}</Button>
      </Form>
    </>
  )
}
