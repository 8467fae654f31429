import { Card, EmptyState, LinkButton, Notice, Stack, Tag } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import type { PostToday } from '../read-posts.ts'
import { hoursInWords, percentInWords } from './words.ts'

/** The posts of a provider, or of the centre of a lead, as they are today. */
export const PostsPage = ({ posts, wording }: { posts: PostToday[]; wording: Wording }) => {
  const { t, language } = wording
  return (
    <Stack gap="large">
      <Notice title={t('people.private.title')}>
        <p>{t('people.private.body')}</p>
      </Notice>
      {posts.length === 0 && (
        <EmptyState icon="people" title={t('people.empty.title')}>
          {t('people.empty.help')}
        </EmptyState>
      )}
      {posts.map(({ centreId, name, post, people, isVacant }) => (
        <Card title={name}>
          <Stack gap="small">
            {post ? (
              <p>
                {wording.joined([percentInWords(post.fundedPermille, wording), post.fundedBy])}{' '}
                {isVacant && <Tag label={t('people.vacant')} tone="warning" />}
              </p>
            ) : (
              <p>{t('people.notPlanned')}</p>
            )}
            {people.length > 0 && (
              <ul>
                {people.map(person => (
                  <li>
                    <b>
                      <bdi>{person.name}</bdi>
                    </b>{' '}
                    {wording.joined([
                      t(`people.kind.${person.kind}`),
                      person.kind === 'holder' && hoursInWords(person.minutes, wording),
                    ])}
                  </li>
                ))}
              </ul>
            )}
            <p>
              <LinkButton href={paths.post(language, centreId)}>
                {t('people.open', { centre: name })}
              </LinkButton>
            </p>
          </Stack>
        </Card>
      ))}
    </Stack>
  )
}
