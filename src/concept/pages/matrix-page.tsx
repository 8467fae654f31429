import { type Column, DataTable, EmptyState, Notice, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { type Concept, lifeOf, type Use } from '../concept.ts'
import { paths } from '../paths.ts'

type Centre = { id: string; name: string }
type Props = {
  concept: Concept | undefined
  centres: readonly Centre[]
  uses: readonly Use[]
  wording: Wording
}

/** Which article has offers in which centre, as counts; where nothing is, it says so with a line. */
export const MatrixPage = ({ concept, centres, uses, wording }: Props) => {
  const { t, language, number } = wording
  if (!concept)
    return (
      <EmptyState icon="info" title={t('concept.empty.title')}>
        {t('concept.staff.emptyHelp')}
      </EmptyState>
    )
  const columns: Column<Centre>[] = concept.articles.map(article => ({
    label: article.title,
    numeric: true,
    cell: ({ id }) => {
      const use = uses.find(({ articleKey, centreId }) => articleKey === article.key && centreId === id)
      return number(use?.offers ?? 0)
    },
  }))
  return (
    <Stack gap="large">
      <p>{t('concept.staff.lead')}</p>
      {concept.isExample && <Notice title={t('concept.example.title')}>{t('concept.example.body')}</Notice>}
      <DataTable
        caption={t('concept.staff.caption')}
        rows={[...centres]}
        columns={[
          { label: t('concept.staff.centre'), cell: ({ name }) => <bdi lang="de">{name}</bdi> },
          ...columns,
        ]}
        total={[
          t('concept.staff.total'),
          ...concept.articles.map(({ key }) => number(lifeOf(uses, key).offers)),
        ]}
      />
      <p>
        <a href={paths.concept(language)}>{t('concept.staff.toPublic')}</a>
      </p>
    </Stack>
  )
}
