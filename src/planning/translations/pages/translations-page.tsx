import {
  Chips,
  EmptyState,
  LoneLink,
  Row,
  Rows,
  Stack,
  Tag,
  type Tone,
} from '../../../platform/design/index.ts'
import { nameOfLanguage, type Wording } from '../../../platform/wording/wording.ts'
import { InLanguage } from '../../../programme/index.ts'
import { staffPaths } from '../../staff-paths.ts'
import type { Translations } from '../read-translations.ts'
import type { TranslationState } from '../translation.ts'

type Props = Translations & { wording: Wording }

/** What is to be translated: a language with what there is to do in it, and its offers, what is missing first. */
export const TranslationsPage = ({ centre, centres, languages, language, lines, wording }: Props) => {
  const { t, number } = wording
  const here = (to: string, slug: string) => staffPaths.translations(wording.language, { centre: slug, to })
  return (
    <Stack gap="large">
      {centres.length > 1 && (
        <Chips
          label={t('programme.staff.centres')}
          chips={centres.map(({ id, slug, name }) => ({
            label: name,
            href: here(language, slug),
            current: id === centre.id,
          }))}
        />
      )}
      <Chips
        label={t('programme.translations.languages')}
        chips={languages.map(({ language: code, toDo }) => ({
          label: `${nameOfLanguage(code, wording.language)} ${toDo > 0 ? number(toDo) : '✓'}`,
          href: here(code, centre.slug),
          current: code === language,
        }))}
      />
      <p>{t('programme.translations.lead')}</p>
      <p>
        <LoneLink href={staffPaths.glossary(wording.language, language)}>
          {t('programme.glossary.title')}
        </LoneLink>
      </p>
      {lines.length === 0 ? (
        <EmptyState icon="language" title={t('programme.staff.list.empty')} />
      ) : (
        <Rows>
          {lines.map(({ slug, title, sourceLanguage, state }) => (
            <Row
              start={<Tag tone={tones[state]} label={t(`programme.translations.state.${state}`)} />}
              title={
                <a href={staffPaths.translation(wording.language, slug, language)}>
                  <InLanguage spoken={{ text: title, language: sourceLanguage }} wording={wording} />
                </a>
              }
            />
          ))}
        </Rows>
      )}
    </Stack>
  )
}

export const tones: Record<TranslationState, Tone> = {
  missing: 'danger',
  outdated: 'warning',
  machine: 'warning',
  'in-work': 'info',
  'up-to-date': 'success',
}
