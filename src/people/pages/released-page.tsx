import { DataTable, EmptyState, Section, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { ReleasedPost } from '../store/released-posts.ts'
import { percentInWords } from './words.ts'

/** What the city office may know: how much of each post is funded, and how many months it was vacant. */
export const ReleasedPage = ({ released, wording }: { released: ReleasedPost[]; wording: Wording }) => {
  const { t, number } = wording
  const fullPosts = (permille: number) =>
    t('people.city.fullPosts', { count: permille / 1000, posts: number(permille / 1000) })
  return (
    <Stack gap="large">
      <p>{t('people.city.lead')}</p>
      {released.length === 0 && (
        <EmptyState icon="people" title={t('people.city.empty')}>
          {t('people.city.emptyHelp')}
        </EmptyState>
      )}
      {[...Map.groupBy(released, ({ year }) => year)].map(([year, posts]) => (
        <Section title={String(year)}>
          <DataTable
            caption={t('people.city.caption', { year })}
            captionHidden
            rows={posts}
            columns={[
              { label: t('people.centre'), cell: ({ centre }) => centre },
              {
                label: t('people.funded'),
                numeric: true,
                cell: ({ fundedPermille }) => percentInWords(fundedPermille, wording),
              },
              {
                label: t('people.city.vacantMonths'),
                numeric: true,
                cell: ({ vacantMonths }) => number(vacantMonths),
              },
            ]}
            total={[
              t('people.city.total'),
              fullPosts(posts.reduce((sum, { fundedPermille }) => sum + fundedPermille, 0)),
              number(posts.reduce((sum, { vacantMonths }) => sum + vacantMonths, 0)),
            ]}
          />
        </Section>
      ))}
    </Stack>
  )
}
