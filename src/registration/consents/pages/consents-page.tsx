import {
  Button,
  CheckboxField,
  CheckboxGroup,
  Cluster,
  ErrorSummary,
  Form,
  Notice,
  Section,
  Stack,
  TextArea,
} from '../../../platform/design/index.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import type { Answered } from '../../offer-questions/offer-question.ts'
import { AnswersForm } from '../../offer-questions/pages/answers.tsx'
import type { Needs } from '../../store/consents.ts'
import { media, mustAgreeItself, type Pictured } from '../photo-consent.ts'

/** What stands in the way, by field, and what was typed. */
export type ToMend = {
  missing?: Record<string, 'custody' | 'itself' | 'agrees' | 'too-long' | 'nothing-said'>
  needs?: Needs
  people?: readonly Pictured[]
}

type Props = {
  isNeedsKept: boolean
  people: readonly Pictured[]
  answered: readonly Answered[]
  toMend: ToMend
  news: 'kept' | 'taken-back' | undefined
  address: string
  back: string
  today: Temporal.PlainDate
  wording: Wording
}

/** Questions that nobody has to answer; every yes is taken back by the same form. */
export const ConsentsPage = ({ news, address, back, toMend, wording, ...props }: Props) => {
  const { t } = wording
  const errors = Object.fromEntries(
    Object.entries(toMend.missing ?? {}).map(([field, code]) => [
      field,
      t(`registration.consents.problem.${code}`),
    ]),
  )
  return (
    <Stack gap="large">
      <Stack>
        <h1>{t('registration.consents.title')}</h1>
        {news && <Notice tone="success" title={t(`registration.consents.news.${news}`)} announce />}
        <ErrorSummary
          title={t('registration.join.mend')}
          faults={Object.entries(errors).map(([field, message]) => ({ field, message }))}
        />
        <p>{t('registration.consents.lead')}</p>
      </Stack>
      <AnswersForm answered={props.answered} address={address} wording={wording} />
      <NeedsForm typed={toMend.needs} isKept={props.isNeedsKept} {...{ address, errors, wording }} />
      <PhotosForm
        people={toMend.people ?? props.people}
        today={props.today}
        {...{ address, errors, wording }}
      />
      <p>
        <a href={back}>{t('registration.change.back')}</a>
      </p>
    </Stack>
  )
}

type FormProps = { address: string; errors: Record<string, string>; wording: Wording }

/** Whoever has only the link, such as from a mail, learns that something is kept and never what. */
const NeedsForm = ({
  typed,
  isKept,
  address,
  errors,
  wording: { t },
}: FormProps & { typed: Needs | undefined; isKept: boolean }) => (
  <Section title={t('registration.consents.needs.title')} id="needs">
    <Form action={address} carry={{ do: 'needs' }}>
      {isKept && <p>{t('registration.consents.needs.isKept')}</p>}
      <TextArea
        name="words"
        label={t('registration.consents.needs.label')}
        hint={t('registration.consents.needs.hint')}
        value={typed?.words}
        error={errors.words}
        rows={3}
        maxlength={500}
      />
      <CheckboxField
        name="withAssistant"
        label={t('registration.consents.needs.assistant')}
        hint={t('registration.consents.needs.assistantHint')}
        checked={typed?.withAssistant}
      />
      <CheckboxField name="agrees" label={t('registration.consents.needs.agrees')} error={errors.agrees} />
      <Cluster>
        <Button>{t('registration.change.save')}</Button>
        {isKept && (
          <Button kind="quiet" name="takeBack" value="yes">
            {t('registration.consents.needs.takeBack')}
          </Button>
        )}
      </Cluster>
    </Form>
  </Section>
)

const PhotosForm = ({
  people,
  today,
  address,
  errors,
  wording: { t },
}: FormProps & { people: readonly Pictured[]; today: Temporal.PlainDate }) => (
  <Section title={t('registration.consents.photos.title')} id="photos">
    <Form action={address} carry={{ do: 'photos' }}>
      <p>{t('registration.consents.photos.text')}</p>
      {people.map(person => (
        <>
          <CheckboxGroup
            name={`photo-${person.childId ?? ''}[]`}
            id={`photo-${person.childId ?? 'adults'}`}
            label={person.name}
            values={[...person.media]}
            options={media.map(medium => ({
              value: medium,
              label: t(`registration.consents.photos.medium.${medium}`),
            }))}
          />
          {mustAgreeItself(person, today) && (
            <CheckboxField
              name={`itself-${person.childId}`}
              label={t('registration.consents.photos.itself', { name: person.name })}
              checked={person.childAgreed}
              error={errors[`itself-${person.childId}`]}
            />
          )}
        </>
      ))}
      {people.some(({ childId }) => childId !== null) && (
        <CheckboxField
          name="custody"
          label={t('registration.consents.photos.custody')}
          error={errors.custody}
        />
      )}
      <Button>{t('registration.change.save')}</Button>
    </Form>
  </Section>
)
