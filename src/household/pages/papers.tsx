import { Card, Cluster, Fold, LinkButton, Stack } from '../../platform/design/index.ts'
import { directionOf, type Wording } from '../../platform/wording/wording.ts'
import { isLive } from '../../registration/index.ts'
import { paths } from '../paths.ts'
import type { StoredRegistration } from '../store.ts'

type Props = {
  stored: readonly StoredRegistration[]
  /** What of it has a paper to be signed, because it costs something. */
  papers: readonly StoredRegistration[]
  link: string
  wording: Wording
}

/** What the family can open again to print it or bring it along. */
export const Papers = ({ stored, papers, link, wording }: Props) => {
  const { t, language } = wording
  const live = stored.filter(({ state }) => isLive(state))
  if (live.length === 0) return null
  return (
    <Fold title={t('household.papers.title')}>
      <Stack gap="small">
        {papers.length > 0 && <p>{t('household.papers.sign')}</p>}
        {live.map(({ id, title, titleLanguage, startsAt }) => (
          <Card>
            <Stack gap="small">
              <p>
                <b lang={titleLanguage === language ? undefined : titleLanguage}>
                  <bdi dir={directionOf(titleLanguage)}>{title}</bdi>
                </b>
                <br />
                {wording.moment(startsAt)}
              </p>
              <Cluster>
                <LinkButton icon="print" href={paths.registrationPaper(language, link, id)}>
                  {t('household.papers.registration')}
                </LinkButton>
                {papers.some(paper => paper.id === id) && (
                  <LinkButton icon="print" href={paths.paper(language, link, id)}>
                    {t('fees.confirmation.title')}
                  </LinkButton>
                )}
              </Cluster>
            </Stack>
          </Card>
        ))}
      </Stack>
    </Fold>
  )
}
