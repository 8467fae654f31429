import {
  Button,
  Chips,
  ConfirmButton,
  EmptyState,
  ErrorSummary,
  Form,
  Notice,
  Row,
  Rows,
  Stack,
  TextField,
} from '../../../../platform/design/index.ts'
import { directionOf, nameOfLanguage, spokenTag } from '../../../../platform/wording/wording.ts'
import { faultsOf, fieldsOf, type StepProps } from '../../../plan/pages/plan-fields.ts'
import { staffPaths } from '../../../staff-paths.ts'
import type { Glossary } from '../keep-term.ts'

export const glossaryNews = ['kept', 'dropped', 'full'] as const

type Props = StepProps & Glossary & { news: (typeof glossaryNews)[number] | undefined }

/** The words of the city in one language: each German word with what all centres call it. */
export const GlossaryPage = ({ language, languages, terms, news, ...typed }: Props) => {
  const { wording } = typed
  const { t } = wording
  const { text } = fieldsOf(typed)
  return (
    <Stack gap="large">
      <ErrorSummary title={t('programme.staff.faults')} faults={faultsOf(typed)} />
      {news && (
        <Notice
          announce
          tone={news === 'full' ? 'warning' : 'success'}
          title={t(`programme.glossary.news.${news}`)}
        />
      )}
      <Chips
        label={t('programme.glossary.languages')}
        chips={languages.map(code => ({
          label: nameOfLanguage(code, wording.language),
          href: staffPaths.glossary(wording.language, code),
          current: code === language,
        }))}
      />
      <p>{t('programme.glossary.lead')}</p>
      <Form action={staffPaths.glossary(wording.language, language)}>
        <div class="fields">
          <TextField {...text('german')} label={t('programme.glossary.german')} maxlength={60} />
          <TextField
            {...text('said')}
            label={t('programme.glossary.said', { language: nameOfLanguage(language, wording.language) })}
            maxlength={80}
          />
        </div>
        <Button kind="primary">{t('programme.glossary.keep')}</Button>
      </Form>
      {terms.length === 0 ? (
        <EmptyState icon="language" title={t('programme.glossary.none')} />
      ) : (
        <Rows>
          {terms.map(({ id, german, said }) => (
            <Row
              start={<span lang="de">{german}</span>}
              title={
                <bdi lang={spokenTag(language)} dir={directionOf(language)}>
                  {said}
                </bdi>
              }
              action={
                <ConfirmButton
                  action={staffPaths.dropTerm(wording.language, id)}
                  fields={{ to: language }}
                  small
                >
                  {t('programme.glossary.drop')}
                  <span class="kern-sr-only">: {german}</span>
                </ConfirmButton>
              }
            />
          ))}
        </Rows>
      )}
    </Stack>
  )
}
