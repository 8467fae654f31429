import { DescriptionList, EmptyState, Notice, Prose, Section, Stack } from '../../platform/design/index.ts'
import { directionOf, nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import { type Concept, lifeOf, paragraphsOf, type Use } from '../concept.ts'

type Props = { concept: Concept | undefined; uses: readonly Use[]; wording: Wording }

/** What the centres are for, article by article, and how much of the programme lives under each. */
export const ConceptPage = ({ concept, uses, wording }: Props) => {
  const { t } = wording
  return (
    <Stack gap="large">
      <Stack>
        <h1>{t('concept.title')}</h1>
        <p>{t('concept.lead')}</p>
      </Stack>
      {concept ? (
        <Articles concept={concept} uses={uses} wording={wording} />
      ) : (
        <EmptyState icon="info" title={t('concept.empty.title')}>
          {t('concept.empty.help')}
        </EmptyState>
      )}
    </Stack>
  )
}

const Articles = ({ concept, uses, wording }: Props & { concept: Concept }) => {
  const { t, fullDay } = wording
  const elsewhere = concept.articles.find(({ language }) => language !== wording.language)
  return (
    <>
      {concept.isExample && (
        <Notice title={t('concept.example.title')}>
          <p>{t('concept.example.body')}</p>
        </Notice>
      )}
      {elsewhere && (
        <Notice title={t('concept.untranslated', { language: nameOfLanguage(elsewhere.language) })} />
      )}
      {concept.articles.map(article => {
        const written =
          article.language === wording.language
            ? {}
            : { lang: article.language, dir: directionOf(article.language) }
        return (
          <Section id={article.key} title={<span {...written}>{article.title}</span>}>
            <Stack gap="small">
              <Prose>
                {paragraphsOf(article.body).map(paragraph => (
                  <p {...written}>{paragraph}</p>
                ))}
              </Prose>
              <p>
                <b>{lifeInWords(lifeOf(uses, article.key), wording)}</b>
              </p>
            </Stack>
          </Section>
        )
      })}
      <Section title={t('concept.version.title')} id="version">
        <DescriptionList
          items={[
            { term: t('concept.version.name'), value: <bdi lang="de">{concept.name}</bdi> },
            { term: t('concept.version.since'), value: fullDay(concept.validFrom) },
            { term: t('concept.version.source'), value: <bdi lang="de">{concept.source}</bdi> },
          ]}
        />
      </Section>
    </>
  )
}

const lifeInWords = (life: ReturnType<typeof lifeOf>, { t }: Wording) =>
  life.offers === 0
    ? t('concept.life.none')
    : t('concept.life.some', {
        offers: t('concept.life.offers', { count: life.offers }),
        centres: t('concept.life.centres', { count: life.centres }),
      })
