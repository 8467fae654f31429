import { FieldGroup, NumberField, TextArea, TextField } from '../../platform/design/index.ts'
import type { FormProblems, FormValues } from '../../platform/web/form.ts'
import { languages, nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'

export type PlanValues = { values: FormValues; problems: FormProblems; wording: Wording }

/** How many families it takes, and by when that is decided. */
export const MinimumFields = (typed: PlanValues) => {
  const { t } = typed.wording
  return (
    <FieldGroup name="least" label={t('joint.plan.least')} hint={t('joint.plan.leastHint')}>
      <div class="stack stack--small">
        <NumberField {...fieldOf(typed, 'minimum')} label={t('joint.plan.minimum')} min={2} max={100} />
        <NumberField
          {...fieldOf(typed, 'daysBefore')}
          label={t('joint.plan.daysBefore')}
          hint={t('joint.plan.daysBeforeHint')}
          min={1}
          max={60}
        />
      </div>
    </FieldGroup>
  )
}

/** Where one meets, in words; German first, the others where somebody knows them. */
export const MeetingPointFields = (typed: PlanValues) => {
  const { t } = typed.wording
  return (
    <FieldGroup
      name="meetingPoint"
      label={t('joint.plan.meetingPoint')}
      hint={t('joint.plan.meetingPointHint')}
    >
      <div class="stack stack--small">
        {languages.map(language => (
          <TextArea
            {...fieldOf(typed, `meetingPoint.${language}`)}
            label={nameOfLanguage(language, typed.wording.language)}
            optional={language === 'de' ? undefined : t('joint.plan.optional')}
            rows={2}
            maxlength={300}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

/** One line of what is needed; an empty one is none. */
export const ThingFields = ({ line, ...typed }: PlanValues & { line: number }) => {
  const { t, number } = typed.wording
  const at = (name: string) => `things.${line}.${name}`
  return (
    <FieldGroup
      name={`things.${line}`}
      label={t('joint.plan.thing', { number: number(line + 1) })}
      horizontal
    >
      <input type="hidden" name={at('id')} value={typedIn(typed, at('id'))} />
      <TextField {...fieldOf(typed, at('name.de'))} label={t('joint.plan.what')} {...oneLine} />
      <NumberField {...fieldOf(typed, at('needed'))} label={t('joint.plan.needed')} min={1} max={50} />
      <details open={others.some(language => typed.problems[at(`name.${language}`)])}>
        <summary>{t('joint.plan.otherLanguages')}</summary>
        <div class="stack stack--small">
          {others.map(language => (
            <TextField
              {...fieldOf(typed, at(`name.${language}`))}
              label={nameOfLanguage(language, typed.wording.language)}
              {...oneLine}
            />
          ))}
        </div>
      </details>
    </FieldGroup>
  )
}

const others = languages.filter(language => language !== 'de')
const oneLine = { autocomplete: 'off', maxlength: 60 }

/** What is wrong, each with a link to its field. */
export const faultsOf = ({ problems, wording }: PlanValues) =>
  Object.keys(problems).map(field => {
    const [line] = field.match(/(?<=^things\.)\d+/) ?? []
    const name = line
      ? wording.t('joint.plan.thing', { number: wording.number(Number(line) + 1) })
      : undefined
    const message = [name, sentenceFor(problems[field] ?? '', wording)].filter(Boolean).join(': ')
    return { field, message }
  })

const fieldOf = (typed: PlanValues, name: string) => {
  const problem = typed.problems[name]
  return { name, value: typedIn(typed, name), error: problem && sentenceFor(problem, typed.wording) }
}

const typedIn = ({ values }: PlanValues, name: string) => {
  const value = values[name]
  return typeof value === 'string' ? value : ''
}

const sentenceFor = (problem: string, { t }: Wording) =>
  t(`joint.fault.${faults.find(fault => fault === problem) ?? 'unreadable'}`)

const faults = [
  'missing',
  'too-long',
  'not-a-number',
  'too-small',
  'too-large',
  'promised',
  'unreadable',
] as const
