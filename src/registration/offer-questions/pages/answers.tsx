import { Button, Form, Notice, Section, SelectField, TextField } from '../../../platform/design/index.ts'
import { directionOf, nameOfLanguage, type Wording } from '../../../platform/wording/wording.ts'
import { type Answered, longestAnswer } from '../offer-question.ts'

/** What the offer asks besides, each question with what its answer is good for. Nobody has to answer. */
export const AnswersForm = ({
  answered,
  address,
  wording,
}: {
  answered: readonly Answered[]
  address: string
  wording: Wording
}) => {
  const { t } = wording
  if (answered.length === 0) return null
  return (
    <Section title={t('registration.offer-questions.title')} id="questions">
      <Form action={address} carry={{ do: 'answers' }}>
        <p>{t('registration.offer-questions.lead')}</p>
        <InOtherLanguage answered={answered} wording={wording} />
        {answered.map(question => (
          <AnswerField question={question} wording={wording} />
        ))}
        <Button>{t('registration.change.save')}</Button>
      </Form>
    </Section>
  )
}

/** Questions stand in the language of whoever asks them, and say so as the text of an offer does. */
const InOtherLanguage = ({ answered, wording }: { answered: readonly Answered[]; wording: Wording }) => {
  const { t, language } = wording
  const others = new Set(answered.map(question => question.language).filter(one => one !== language))
  if (others.size === 0) return null
  const names = [...others].map(one => nameOfLanguage(one, language))
  return (
    <Notice title={t('programme.offer.fallbackTitle')}>
      {t('programme.offer.fallback', { wanted: nameOfLanguage(language), language: wording.list(names) })}
    </Notice>
  )
}

const AnswerField = ({ question, wording }: { question: Answered; wording: Wording }) => {
  const { id, words, purpose, kind, choices, language, answer } = question
  const field = { name: `answer-${id}`, label: words, hint: purpose, value: answer }
  return (
    <div lang={language === wording.language ? undefined : language} dir={directionOf(language)}>
      {kind === 'text' ? (
        <TextField {...field} maxlength={longestAnswer} autocomplete="off" />
      ) : (
        <SelectField
          {...field}
          empty={wording.t('registration.offer-questions.noAnswer')}
          options={
            kind === 'choice'
              ? choices.map(choice => ({ value: choice, label: choice }))
              : (['yes', 'no'] as const).map(each => ({
                  value: each,
                  label: wording.t(`registration.offer-questions.${each}`),
                }))
          }
        />
      )}
    </div>
  )
}

/** An answer as it is read: yes and no in the reader's language, all else as it was said. */
export const answerInWords = ({ kind, answer }: Pick<Answered, 'kind' | 'answer'>, { t }: Wording) =>
  kind === 'yes-no' ? t(`registration.offer-questions.${answer === 'yes' ? 'yes' : 'no'}`) : answer
