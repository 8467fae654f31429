import { CheckboxGroup, RadioGroup, TextArea, TextField } from '../../../platform/design/index.ts'
import { directionOf, isStaffLanguage, nameOfLanguage } from '../../../platform/wording/wording.ts'
import { formats, kinds, topics, ways } from '../../../programme/index.ts'
import { fieldsOf, type StepProps, single } from './plan-fields.ts'

/**
 * What it is: words in German and in the other languages of those who plan, and how it is found. The rest is translated
 * on pages of its own.
 */
export const WhatFields = (props: StepProps & { languages: readonly string[] }) => {
  const { t } = props.wording
  const { text, choices } = fieldsOf(props)
  return (
    <>
      <Words {...props} language="de" />
      {props.languages
        .filter(language => language !== 'de' && (isStaffLanguage(language) || hasWordsIn(language, props)))
        .map(language => (
          <details class="more" open={hasWordsIn(language, props)}>
            <summary>
              {t('programme.staff.what.also')} <bdi lang={language}>{nameOfLanguage(language)}</bdi>
            </summary>
            <Words {...props} language={language} />
          </details>
        ))}
      <RadioGroup
        {...text('kind')}
        label={t('programme.staff.field.kind')}
        options={kinds.map(value => ({ value, label: t(`programme.kind.${value}`) }))}
      />
      <RadioGroup
        {...text('format')}
        label={t('programme.staff.field.format')}
        options={formats.map(value => ({
          value,
          label: t(`programme.format.${value}`),
          hint: t(`programme.staff.format.${value}`),
        }))}
      />
      <RadioGroup
        {...text('way')}
        label={t('programme.staff.field.way')}
        horizontal
        options={ways.map(value => ({ value, label: t(`programme.way.${value}`) }))}
      />
      <CheckboxGroup
        {...choices('topics')}
        label={t('programme.staff.field.topics')}
        hint={t('programme.staff.what.topicsHint')}
        optional={t('programme.staff.optional')}
        horizontal
        options={topics.map(value => ({ value, label: t(`programme.topic.${value}.name`) }))}
      />
    </>
  )
}

const Words = ({ language, ...props }: StepProps & { language: string }) => {
  const { t } = props.wording
  const { text } = fieldsOf(props)
  const optional = t('programme.staff.optional')
  const isSource = language === 'de'
  return (
    <div class="stack stack--form" data-writing={directionOf(language)}>
      <TextField
        {...text(`texts.${language}.title`)}
        label={t('programme.staff.field.title')}
        {...(isSource ? { hint: t('programme.staff.what.titleHint') } : { optional })}
        maxlength={120}
      />
      <TextField
        {...text(`texts.${language}.summary`)}
        label={t('programme.staff.field.summary')}
        {...(isSource && { hint: t('programme.staff.what.summaryHint') })}
        optional={optional}
        maxlength={300}
      />
      <TextArea
        {...text(`texts.${language}.body`)}
        label={t('programme.staff.field.body')}
        {...(isSource && { hint: t('programme.staff.what.bodyHint') })}
        optional={optional}
        maxlength={5000}
      />
    </div>
  )
}

const hasWordsIn = (language: string, { values, problems }: StepProps) =>
  ['title', 'summary', 'body'].some(field => {
    const name = `texts.${language}.${field}`
    return Boolean(single(values[name])) || name in problems
  })
