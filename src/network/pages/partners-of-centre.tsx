import { LoneLink, Row, Rows, Section } from '../../platform/design/index.ts'
import { directionOf, type Wording } from '../../platform/wording/wording.ts'
import type { PublishedPartner } from '../store/published.ts'

/** With whom a centre works, and what that brings families; no person of theirs. */
export const PartnersOfCentre = ({
  partners,
  wording,
}: {
  partners: readonly PublishedPartner[]
  wording: Wording
}) => {
  const { t, language } = wording
  if (partners.length === 0) return null
  return (
    <Section title={t('network.public.title')}>
      <Rows>
        {partners.map(({ name, kind, website, isExample, contributes }) => (
          <Row
            start={null}
            title={<bdi>{name}</bdi>}
            note={
              <>
                {t(`network.kind.${kind}`)}
                {isExample && ` · ${t('network.example')}`}
                {contributes && (
                  <>
                    <br />
                    <span
                      {...(contributes.language !== language && {
                        ...{ lang: contributes.language, dir: directionOf(contributes.language) },
                      })}
                    >
                      {contributes.text}
                    </span>
                  </>
                )}
              </>
            }
            action={
              website === '' ? null : (
                <LoneLink href={website}>
                  {t('network.public.website')}
                  <span class="kern-sr-only">
                    {' '}
                    <bdi>{name}</bdi>
                  </span>
                </LoneLink>
              )
            }
          />
        ))}
      </Rows>
    </Section>
  )
}
