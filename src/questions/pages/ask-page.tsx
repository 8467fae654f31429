import { type CentreDetails, controllerOf, DataNotice } from '../../centres/index.ts'
import { Button, ErrorSummary, Form, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import { type AskValues, QuestionFields, type Said } from './question-fields.tsx'

type Props = {
  centre: CentreDetails
  values: AskValues
  errors: Said
  renderingKey: string
  wording: Wording
}

/** What do you need? Any language, no name. */
export const AskPage = ({ centre, values, errors, renderingKey, wording }: Props) => {
  const { t, language } = wording
  const faults = Object.entries(errors).map(([field, message]) => ({ field, message }))
  return (
    <Stack>
      <h1>{t('questions.ask.title')}</h1>
      <p>
        {t('questions.ask.goesTo')} <bdi lang="de">{centre.name}</bdi>.{' '}
        <a href={paths.ask(language)}>{t('questions.ask.otherCentre')}</a>
      </p>
      <p>{t('questions.ask.lead')}</p>
      <ErrorSummary title={t('questions.ask.mend')} faults={faults} />
      <Form action={paths.ask(language)} carry={{ centre: centre.slug, renderingKey }}>
        <QuestionFields {...{ values, errors, wording }} />
        <DataNotice controller={controllerOf(centre)} until={t('questions.ask.until')} wording={wording} />
        <Button kind="primary" block>
          {t('questions.ask.send')}
        </Button>
      </Form>
    </Stack>
  )
}
