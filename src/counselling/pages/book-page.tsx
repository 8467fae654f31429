import { type CentreDetails, DataNotice } from '../../centres/index.ts'
import {
  Button,
  DescriptionList,
  ErrorSummary,
  Form,
  RadioGroup,
  SelectField,
  Stack,
  TextField,
} from '../../platform/design/index.ts'
import { nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import { codeWordsFor } from '../code-word.ts'
import { type FreeTime, languagesAt } from '../consultation.ts'
import { paths } from '../paths.ts'
import { codeWordIn, hoursIn, InOneLine, languagesInWords, placeInWords, type Said } from './words.tsx'

type Props = {
  centre: CentreDetails
  time: FreeTime
  timeZone: string
  renderingKey: string
  values: Record<'counsellor' | 'language' | 'codeWord' | 'contact', string | undefined>
  errors: Said
  wording: Wording
}

/** Books one time: with whom, in which language, under which code word. Nobody asks for a name. */
export const BookPage = ({ centre, time, timeZone, renderingKey, values, errors, wording }: Props) => {
  const { t, language } = wording
  const { slots, startsAt, topic } = time
  const languages = languagesAt(time)
  const counsellors = [...new Set(slots.map(({ counsellor }) => counsellor))]
  const words = codeWordsFor(renderingKey)
  const [only] = languages
  const faults = Object.entries(errors).map(([field, message]) => ({ field, message }))
  return (
    <Stack>
      <h1>{t('counselling.book.title')}</h1>
      <DescriptionList items={factsOf({ time, centre, timeZone, wording })} />
      <ErrorSummary title={t('counselling.book.mend')} faults={faults} />
      <Form
        action={paths.book(language, centre.slug)}
        carry={{
          ...{ renderingKey, at: startsAt.toString(), topic },
          ...(languages.length === 1 && only && { language: only }),
        }}
      >
        <RadioGroup
          name="codeWord"
          label={t('counselling.book.codeWord')}
          hint={t('counselling.book.codeWordHint')}
          error={errors.codeWord}
          value={values.codeWord ?? words[0]}
          options={words.map(word => ({ value: word, label: codeWordIn(word, wording) }))}
        />
        {counsellors.length > 1 && (
          <RadioGroup
            name="counsellor"
            label={t('counselling.book.counsellor')}
            error={errors.counsellor}
            value={values.counsellor ?? ''}
            options={[
              { value: '', label: t('counselling.book.any') },
              ...counsellors.map(counsellor => ({ value: counsellor, label: counsellor })),
            ]}
          />
        )}
        {languages.length > 1 && (
          <SelectField
            name="language"
            label={t('counselling.book.language')}
            value={values.language ?? languages.find(spoken => spoken === language)}
            error={errors.language}
            options={languages.map(value => ({ value, label: nameOfLanguage(value, language) }))}
          />
        )}
        <TextField
          name="contact"
          label={t('counselling.book.contact')}
          optional={t('counselling.book.optional')}
          hint={t(
            slots.some(({ way }) => way === 'phone')
              ? 'counselling.book.callHint'
              : 'counselling.book.contactHint',
          )}
          value={values.contact}
          error={errors.contact}
          autocomplete="off"
          maxlength={254}
        />
        <DataNotice controller={controllerOf(centre)} until={t('counselling.book.until')} wording={wording} />
        <Button kind="primary" block>
          {t('counselling.book.send')}
        </Button>
      </Form>
      <p>
        <a href={paths.times(language, centre.slug)}>{t('counselling.book.otherTime')}</a>
      </p>
    </Stack>
  )
}

const factsOf = ({
  time,
  centre,
  timeZone,
  wording,
}: Pick<Props, 'time' | 'centre' | 'timeZone' | 'wording'>) => {
  const { t, day, joined } = wording
  const { slots, topic, startsAt, endsAt } = time
  const places = new Set(slots.flatMap(slot => placeInWords(slot, wording)))
  const heldOn = startsAt.toZonedDateTimeISO(timeZone).toPlainDate()
  return [
    {
      ...{ term: t('counselling.facts.when'), icon: 'clock' as const },
      value: joined([day(heldOn), hoursIn({ startsAt, endsAt }, timeZone, wording)]),
    },
    {
      ...{ term: t('counselling.facts.where'), icon: 'place' as const },
      value: <InOneLine facts={[centre.name, ...places]} />,
    },
    { term: t('counselling.facts.topic'), icon: 'advice' as const, value: t(`questions.topic.${topic}`) },
    {
      ...{ term: t('counselling.facts.language'), icon: 'language' as const },
      value: languagesInWords(languagesAt(time), wording),
    },
  ]
}

const controllerOf = ({ provider }: CentreDetails) => ({
  ...{ provider: provider.name, law: provider.law, authority: provider.authority },
  ...{ officer: provider.dataProtectionOfficer, officerEmail: provider.dataProtectionEmail },
})
