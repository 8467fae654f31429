import {
  Button,
  Card,
  Columns,
  ErrorSummary,
  Form,
  LoneLink,
  Notice,
  NumberField,
  RadioGroup,
  Stack,
  TextField,
} from '../../../platform/design/index.ts'
import { type FormProblems, type FormValues, typedIn } from '../../../platform/web/form.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import { paths } from '../../paths.ts'
import type { ManagedOffer } from '../../store/offers.ts'
import { givings, priorities } from '../place-rules.ts'
import { rulesInWords } from './rules-in-words.tsx'

type Props = {
  offer: ManagedOffer
  wording: Wording
  /** What was sent and has faults. */
  typed: { values: FormValues; problems: FormProblems } | undefined
  isSaved: boolean
}

const waitingRules = ['first-that-fits', 'strict-order'] as const

/** Who gets a place when there are not enough: chosen here, said on the page of the offer in the same words. */
export const RulesPage = ({ offer, wording, typed, isSaved }: Props) => {
  const { t, language } = wording
  const errors = sentencesOf(typed?.problems ?? {}, wording)
  const stored: FormValues = {
    ...{ giving: offer.giving, priority: offer.priority, waitingRule: offer.waitingRule },
    ...{ offerHours: String(offer.offerHours), referralWord: offer.referralWord ?? '' },
  }
  const value = (field: string) => typedIn(typed?.values ?? stored, field)
  const options = <Value extends string>(values: readonly Value[], saying: (value: Value) => string) =>
    values.map(each => ({ value: each, label: saying(each) }))
  return (
    <Stack gap="large">
      <LoneLink href={paths.staffOffer(language, offer.slug)}>{t('registration.rules.toOffer')}</LoneLink>
      {isSaved && <Notice announce tone="success" title={t('registration.rules.saved')} />}
      <ErrorSummary
        title={t('registration.join.mend')}
        faults={Object.entries(errors).map(([field, message]) => ({ field, message }))}
      />
      <Columns
        aside={
          <Card title={t('registration.rules.asFamiliesRead')} tint>
            {rulesInWords(offer, wording).map(sentence => (
              <p>{sentence}</p>
            ))}
          </Card>
        }
      >
        <Form action={paths.placeRules(language, offer.slug)}>
          <RadioGroup
            name="giving"
            label={t('registration.rules.giving.label')}
            value={value('giving')}
            error={errors.giving}
            options={options(givings, each => t(`registration.rules.giving.${each}`))}
          />
          <RadioGroup
            name="priority"
            label={t('registration.rules.priority.label')}
            hint={t('registration.rules.priority.hint')}
            value={value('priority')}
            error={errors.priority}
            options={options(priorities, each => t(`registration.rules.priority.${each}`))}
          />
          <TextField
            name="referralWord"
            label={t('registration.rules.word.label')}
            hint={t('registration.rules.word.hint')}
            value={value('referralWord')}
            error={errors.referralWord}
            autocomplete="off"
            maxlength={40}
          />
          <RadioGroup
            name="waitingRule"
            label={t('registration.rules.waitingRule.label')}
            value={value('waitingRule')}
            error={errors.waitingRule}
            options={options(waitingRules, each => t(`registration.rules.waitingRule.${each}`))}
          />
          <NumberField
            name="offerHours"
            label={t('registration.rules.hours.label')}
            hint={t('registration.rules.hours.hint')}
            value={value('offerHours')}
            error={errors.offerHours}
            min={1}
            max={336}
          />
          <Button kind="primary">{t('registration.change.save')}</Button>
        </Form>
      </Columns>
    </Stack>
  )
}

const sentencesOf = (problems: FormProblems, { t }: Wording) =>
  Object.fromEntries(
    Object.keys(problems).map(field => {
      if (field === 'referralWord') return [field, t('registration.rules.word.problem')]
      if (field === 'offerHours') return [field, t('registration.rules.hours.problem')]
      return [field, t('registration.problem.required')]
    }),
  )
