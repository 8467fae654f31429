import { Card, LinkButton, Section, Stack } from '../../platform/design/index.ts'
import { directionOf, type Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import type { StoredRegistration } from '../store.ts'

type Props = { papers: readonly StoredRegistration[]; link: string; wording: Wording }

/** What the family can open again to print it or bring it along. */
export const Papers = ({ papers, link, wording }: Props) => {
  const { t, language } = wording
  if (papers.length === 0) return null
  return (
    <Section title={t('household.papers.title')}>
      <Stack gap="small">
        <p>{t('household.papers.sign')}</p>
        {papers.map(({ id, title, titleLanguage, startsAt }) => (
          <Card>
            <Stack gap="small">
              <p>
                <b lang={titleLanguage === language ? undefined : titleLanguage}>
                  <bdi dir={directionOf(titleLanguage)}>{title}</bdi>
                </b>
                <br />
                {wording.moment(startsAt)}
              </p>
              <LinkButton icon="print" href={paths.paper(language, link, id)}>
                {t('fees.confirmation.title')}
              </LinkButton>
            </Stack>
          </Card>
        ))}
      </Stack>
    </Section>
  )
}
