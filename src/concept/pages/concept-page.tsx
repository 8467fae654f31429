import { DescriptionList, EmptyState, Notice, Prose, Section, Stack } from '../../platform/design/index.ts'
import { directionOf, nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import { type Concept, lifeOf, paragraphsOf, stateOn, type Use, type Version } from '../concept.ts'
import { paths } from '../paths.ts'

type Props = {
  concept: Concept | undefined
  versions: readonly Version[]
  uses: readonly Use[]
  today: Temporal.PlainDate
  wording: Wording
}

/** What the centres are for, article by article, and how much of the programme lives under each. */
export const ConceptPage = ({ concept, ...others }: Props) => {
  const { t } = others.wording
  return (
    <Stack gap="large">
      <Stack>
        <h1>{t('concept.title')}</h1>
        <p>{t('concept.lead')}</p>
      </Stack>
      {concept ? (
        <Articles concept={concept} {...others} />
      ) : (
        <EmptyState icon="info" title={t('concept.empty.title')}>
          {t('concept.empty.help')}
        </EmptyState>
      )}
    </Stack>
  )
}

const Articles = ({ concept, versions, uses, today, wording }: Props & { concept: Concept }) => {
  const { t, fullDay, language } = wording
  const state = stateOn(today, concept)
  const firstDay = fullDay(concept.validFrom)
  const lastDay = concept.endedOn ? fullDay(concept.endedOn.subtract({ days: 1 })) : ''
  const elsewhere = concept.articles.find(({ language }) => language !== wording.language)
  return (
    <>
      {state !== 'valid' && (
        <Notice
          title={
            state === 'over' ? t('concept.over', { day: lastDay }) : t('concept.toCome', { day: firstDay })
          }
        >
          <p>
            <a href={paths.concept(language)}>{t('concept.toToday')}</a>
          </p>
        </Notice>
      )}
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
              {state === 'valid' && (
                <p>
                  <b>{lifeInWords(lifeOf(uses, article.key), wording)}</b>
                </p>
              )}
            </Stack>
          </Section>
        )
      })}
      <Section title={t('concept.version.title')} id="version">
        <DescriptionList
          items={[
            { term: t('concept.version.name'), value: <bdi lang="de">{concept.name}</bdi> },
            { term: t('concept.version.since'), value: firstDay },
            { term: t('concept.version.source'), value: <bdi lang="de">{concept.source}</bdi> },
          ]}
        />
      </Section>
      {versions.length > 1 && (
        <Section title={t('concept.version.all')}>
          <ul class="stack">
            {versions.map(({ slug, name, validFrom }) => (
              <li>
                <a
                  href={paths.version(language, slug)}
                  aria-current={slug === concept.slug ? 'page' : undefined}
                >
                  <bdi lang="de">{name}</bdi>
                </a>{' '}
                · {t('concept.version.from', { day: fullDay(validFrom) })}
              </li>
            ))}
          </ul>
        </Section>
      )}
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
