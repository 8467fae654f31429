import {
  Button,
  CheckboxField,
  DateField,
  ErrorSummary,
  FieldGroup,
  Form,
  NumberField,
  Section,
  Stack,
  TextArea,
  TextField,
} from '../../platform/design/index.ts'
import type { FormProblems, FormValues } from '../../platform/web/form.ts'
import { nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import { type Decision, stations } from '../money.ts'
import { paths } from '../paths.ts'
import { SourceFields } from './amount-page.tsx'
import { faultsOf } from './faults.ts'

export type DecisionView = {
  wording: Wording
  action: string
  decision: Decision
  problems?: FormProblems | undefined
  values?: FormValues | undefined
}

/** Corrects a decision; its words in the language of the page, everything else for all languages. */
export const DecisionPage = ({ wording, action, decision, problems = {}, values }: DecisionView) => {
  const { t, language } = wording
  const faults = faultsOf(wording, problems)
  const fault = (name: string) => faults.find(({ field }) => field === name)?.message
  const before = valuesOf(decision)
  const field = (name: string) => ({
    ...{ name, id: name, error: fault(name), optional: t('funding.staff.optional') },
    value: String((values ?? before)[name] ?? ''),
  })
  const { text } = decision
  const inLanguage = { language: nameOfLanguage(text.language, language) }
  return (
    <Stack>
      <ErrorSummary title={t('funding.fault.title')} faults={faults} />
      <Form action={action}>
        <TextField {...field('paperNumber')} label={t('funding.decision.paper')} maxlength={60} />
        <TextField {...field('paperUrl')} label={t('funding.staff.paperUrl')} type="url" maxlength={500} />
        <DateField {...field('decidedOn')} label={t('funding.decision.day')} />
        <TextField
          {...field('title')}
          label={t('funding.staff.name', inLanguage)}
          optional={undefined}
          maxlength={120}
          required
        />
        <TextArea {...field('wording')} label={t('funding.staff.wording', inLanguage)} maxlength={4000} />
        <TextArea {...field('effect')} label={t('funding.staff.effect', inLanguage)} maxlength={4000} />
        <Section title={t('funding.stations.title')}>
          <Stack>
            {stations
              .filter(name => decision.stations.some(({ station }) => station === name))
              .map(name => (
                <DateField {...field(`stations.${name}`)} label={t(`funding.station.${name}`)} />
              ))}
          </Stack>
        </Section>
        <Section title={t('funding.votes.title')}>
          <Stack>
            <p>{t('funding.staff.votesHint')}</p>
            {[...decision.votes, undefined].map((_, index) => (
              <VoteFields wording={wording} index={index} field={field} />
            ))}
            <CheckboxField
              name="votesAreExamples"
              label={t('funding.staff.votesAreExamples')}
              checked={(values ?? before).votesAreExamples === 'yes'}
            />
          </Stack>
        </Section>
        <SourceFields
          {...{ wording, fault }}
          source={field('source').value}
          isExample={(values ?? before).isExample === 'yes'}
        />
        <Button kind="primary">{t('funding.staff.save')}</Button>
      </Form>
      <p>
        <a href={paths.staff(language)}>{t('funding.staff.back')}</a>
      </p>
    </Stack>
  )
}

type FieldOf = (name: string) => { name: string; id: string; value: string; error: string | undefined }

const VoteFields = ({
  wording: { t },
  index,
  field,
}: {
  wording: Wording
  index: number
  field: FieldOf
}) => {
  const of = (name: string) => ({ ...field(`votes.${index}.${name}`), optional: undefined })
  return (
    <FieldGroup name={`votes.${index}`} label={t('funding.staff.vote', { number: index + 1 })} horizontal>
      <TextField {...of('groupName')} label={t('funding.votes.group')} maxlength={120} />
      {(['ayes', 'noes', 'abstentions'] as const).map(name => (
        <NumberField {...of(name)} label={t(`funding.votes.${name}`)} min={0} max={999} />
      ))}
    </FieldGroup>
  )
}

/** The decision as the form would send it. */
const valuesOf = ({ text, votes, stations: known, ...decision }: Decision): FormValues => ({
  ...{ title: text.title, wording: text.wording, effect: text.effect, source: decision.source },
  paperNumber: decision.paperNumber ?? '',
  paperUrl: decision.paperUrl ?? '',
  decidedOn: String(decision.decidedOn ?? ''),
  isExample: decision.isExample ? 'yes' : '',
  votesAreExamples: votes.some(({ isExample }) => isExample) ? 'yes' : '',
  ...Object.fromEntries(
    known.map(({ station, reachedOn }) => [`stations.${station}`, String(reachedOn ?? '')]),
  ),
  ...Object.fromEntries(
    votes.flatMap(({ groupName, ayes, noes, abstentions }, index) =>
      Object.entries({ groupName, ayes, noes, abstentions }).map(([name, value]) => [
        `votes.${index}.${name}`,
        String(value),
      ]),
    ),
  ),
})
