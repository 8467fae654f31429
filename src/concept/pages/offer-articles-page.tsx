import { staffPaths } from '../../planning/index.ts'
import { Button, CheckboxGroup, EmptyState, Form, Notice, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { type Concept, paragraphsOf } from '../concept.ts'
import { paths } from '../paths.ts'

type Props = {
  slug: string
  concept: Concept | undefined
  ticked: readonly string[]
  isSaved: boolean
  wording: Wording
}

/** The articles of the concept with those ticked that the offer serves. */
export const OfferArticlesPage = ({ slug, concept, ticked, isSaved, wording }: Props) => {
  const { t, language } = wording
  const back = <a href={staffPaths.offer(language, slug)}>{t('concept.offer.back')}</a>
  if (!concept)
    return (
      <EmptyState icon="info" title={t('concept.empty.title')}>
        {t('concept.staff.emptyHelp')} {back}
      </EmptyState>
    )
  return (
    <Stack gap="large">
      {isSaved && (
        <Notice tone="success" title={t('concept.offer.saved')} announce>
          <a href={paths.concept(language)}>{t('concept.staff.toPublic')}</a>
        </Notice>
      )}
      <Form action={staffPaths.articles(language, slug)}>
        <CheckboxGroup
          name="articles[]"
          label={t('concept.offer.which')}
          hint={t('concept.offer.hint')}
          values={[...ticked]}
          options={concept.articles.map(article => ({
            value: article.key,
            label: article.title,
            lang: article.language === language ? undefined : article.language,
            hint: article.language === language ? paragraphsOf(article.body)[0] : undefined,
          }))}
        />
        <Button kind="primary">{t('concept.offer.save')}</Button>
      </Form>
      <p>{back}</p>
    </Stack>
  )
}
