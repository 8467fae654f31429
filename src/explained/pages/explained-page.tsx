import { Cluster, LinkButton, Prose, Section, Stack } from '../../platform/design/index.ts'
import { easyGerman, nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'

type Props = {
  wording: Wording
  /** Undefined where the city has no film; then the words stand alone. */
  film: { mark: string } | undefined
  /** Whether the city speaks Leichte Sprache. */
  hasEasyGerman: boolean
}

/** What one can do here and how, in plain words; in sign language, too, where the city has a film. */
export const ExplainedPage = ({ wording, film, hasEasyGerman }: Props) => {
  const { t, language } = wording
  return (
    <Stack gap="large">
      <Stack>
        <h1>{t('explained.title')}</h1>
        <p class="lead">{t('explained.lead')}</p>
        {hasEasyGerman && language === 'de' && (
          <Cluster>
            <LinkButton icon="language" href={paths.page(easyGerman)}>
              {nameOfLanguage(easyGerman)}
            </LinkButton>
          </Cluster>
        )}
      </Stack>
      {film && <Film {...film} wording={wording} />}
      <Prose>
        {(['find', 'join', 'ask', 'leave'] as const).map(part => (
          <>
            <h2>{t(`explained.${part}.title`)}</h2>
            <p>{t(`explained.${part}.body`)}</p>
          </>
        ))}
      </Prose>
    </Stack>
  )
}

/** Nothing of it is loaded before somebody starts it. */
const Film = ({ mark, wording: { t, language } }: { mark: string; wording: Wording }) => (
  <Section title={t('explained.film')}>
    <video class="film" controls preload="none" playsinline aria-label={t('explained.film')}>
      <source src={paths.film(language, mark)} type="video/mp4" />
      <track
        kind="captions"
        src={paths.captions(language, mark)}
        srclang="de"
        label={nameOfLanguage('de')}
        default
      />
    </video>
  </Section>
)
