import { DescriptionList, LoneLink, Section } from '../../platform/design/index.ts'
import { directionOf, type Wording } from '../../platform/wording/wording.ts'
import type { PublishedPartner } from '../store/published.ts'

type Props = { partners: readonly PublishedPartner[]; wording: Wording }

/** With whom a centre works, and what that brings families; no person of theirs. */
export const PartnersOfCentre = ({ partners, wording }: Props) => {
  const { t } = wording
  if (partners.length === 0) return null
  return (
    <Section title={t('network.public.title')}>
      <DescriptionList
        items={partners.map(partner => ({
          term: t(`network.kind.${partner.kind}`) + (partner.isExample ? ` · ${t('network.example')}` : ''),
          icon: 'neighbours',
          value: <PartnerInWords partner={partner} wording={wording} />,
        }))}
      />
    </Section>
  )
}

const PartnerInWords = ({
  partner: { name, website, contributes },
  wording: { t, language },
}: {
  partner: PublishedPartner
  wording: Wording
}) => (
  <>
    <b>
      <bdi>{name}</bdi>
    </b>
    {contributes && (
      <p
        {...(contributes.language !== language && {
          ...{ lang: contributes.language, dir: directionOf(contributes.language) },
        })}
      >
        {contributes.text}
      </p>
    )}
    {website !== '' && (
      <LoneLink href={website}>
        {t('network.public.website')}
        <span class="kern-sr-only">
          {' '}
          <bdi>{name}</bdi>
        </span>
      </LoneLink>
    )}
  </>
)
