import {
  Button,
  CheckboxField,
  Cluster,
  ConfirmButton,
  ErrorSummary,
  Form,
  Notice,
  Section,
  SideBySide,
  Stack,
  Tag,
  TextArea,
  TextField,
  type Tone,
} from '../../../platform/design/index.ts'
import { directionOf, easyGerman, spokenTag } from '../../../platform/wording/wording.ts'
import { faultsOf, fieldsOf, type StepProps, single } from '../../plan/pages/plan-fields.ts'
import { staffPaths } from '../../staff-paths.ts'
import { TermsInText } from '../glossary/pages/terms-in-text.tsx'
import type { Translation } from '../read-translations.ts'
import type { SaveOutcome } from '../save-translation.ts'
import type { SuggestOutcome } from '../suggest-translation.ts'
import type { Words } from '../translation.ts'
import type { Piece } from '../what-changed.ts'
import { EasyHints } from './easy-hints.tsx'
import { tones } from './translations-page.tsx'

type Props = StepProps & {
  translation: Translation
  news: TranslationNews | undefined
  /** An engine is there that can begin. */
  maySuggest: boolean
}

/** An offer beside its source: what it says, what is new in it, and the fields for the other language. */
export const TranslationPage = ({ translation, news, maySuggest, ...typed }: Props) => {
  const { t, language } = typed.wording
  const { text, ticked } = fieldsOf(typed)
  const { state } = translation
  return (
    <Stack gap="large">
      <ErrorSummary title={t('programme.staff.faults')} faults={faultsOf(typed)} />
      {news && (
        <Notice
          announce
          tone={tonesOfNews[news] ?? 'success'}
          title={t(`programme.translations.news.${news}`)}
        />
      )}
      <p>
        <Tag tone={tones[state]} label={t(`programme.translations.state.${state}`)} />
      </p>
      <SideBySide>
        <Source {...{ translation }} wording={typed.wording} />
        <Stack gap="large">
          {maySuggest && (
            <ConfirmButton
              icon="language"
              action={staffPaths.suggestTranslation(language, translation.slug, translation.language)}
            >
              {t('programme.translations.suggest')}
            </ConfirmButton>
          )}
          <Form action={staffPaths.translation(language, translation.slug, translation.language)}>
            <input type="hidden" name="version" value={translation.version} />
            <input type="hidden" name="begunMark" value={translation.begunMark} />
            <div class="stack stack--form" data-writing={directionOf(translation.language)}>
              <TextField {...text('title')} label={t('programme.staff.field.title')} maxlength={120} />
              <TextField {...text('summary')} label={t('programme.staff.field.summary')} maxlength={300} />
              <TextArea
                {...text('body')}
                label={t('programme.staff.field.body')}
                rows={12}
                maxlength={5000}
              />
              {translation.isByMachine && (
                <CheckboxField {...ticked('isRead')} label={t('programme.translations.isRead')} />
              )}
            </div>
            <Cluster>
              <Button kind="primary" name="shows" value="yes">
                {t('programme.translations.show')}
              </Button>
              <Button name="shows" value="no">
                {t('programme.translations.keep')}
              </Button>
            </Cluster>
          </Form>
          {news === 'begun-meanwhile' && <Meanwhile translation={translation} wording={typed.wording} />}
          {translation.language === easyGerman && (
            <EasyHints
              texts={parts.map(part => ({ part, text: single(typed.values[part]) ?? '' }))}
              wording={typed.wording}
            />
          )}
        </Stack>
      </SideBySide>
    </Stack>
  )
}

type TranslationNews = SaveOutcome | SuggestOutcome

const tonesOfNews: Partial<Record<TranslationNews, Tone>> = {
  'source-changed': 'danger',
  'begun-meanwhile': 'warning',
  'unknown-language': 'warning',
  'no-answer': 'danger',
}

const parts = ['title', 'summary', 'body'] as const satisfies readonly (keyof Words)[]

/** What somebody else has kept since, to be compared with what stands in the fields. */
const Meanwhile = ({ translation: { language, words }, wording }: Pick<Props, 'translation' | 'wording'>) => (
  <Section title={wording.t('programme.translations.meanwhile')}>
    <div class="as-written" lang={spokenTag(language)} dir={directionOf(language)}>
      {parts
        .filter(part => words[part])
        .map(part => (
          <p>{words[part]}</p>
        ))}
    </div>
  </Section>
)

/** The source as it is now; where something changed since it was translated, what is new and what is gone. */
const Source = ({
  translation: { source, news, terms, language },
  wording,
}: Pick<Props, 'translation' | 'wording'>) => {
  const { t } = wording
  return (
    <Section title={t(news ? 'programme.translations.changed' : 'programme.translations.source')}>
      <div class="as-written" lang={spokenTag(source.language)} dir={directionOf(source.language)}>
        {parts
          .filter(part => source[part] || news?.[part].length)
          .map(part => (
            <p>{news ? <Changes pieces={news[part]} /> : source[part]}</p>
          ))}
      </div>
      <TermsInText {...{ terms, language, wording }} />
    </Section>
  )
}

const Changes = ({ pieces }: { pieces: readonly Piece[] }) => (
  <>
    {pieces.map(({ words, is }) =>
      is === 'same' ? words : is === 'new' ? <ins>{words}</ins> : <del>{words}</del>,
    )}
  </>
)
