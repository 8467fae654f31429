import {
  Cluster,
  ConfirmButton,
  LoneLink,
  Notice,
  QrCode,
  Section,
  Stack,
} from '../../../platform/design/index.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import { paths } from '../../paths.ts'
import type { ManagedOffer } from '../../store/offers.ts'

export const newsOfClosing = ['taken-back', 'opened'] as const

type Props = {
  group: ManagedOffer
  news: (typeof newsOfClosing)[number] | undefined
  wording: Wording
}

/** Who may register: every family, or whoever holds the link; and how the lead changes that. */
export const ClosedGroupPage = ({ group, news, wording }: Props) => {
  const { t, language } = wording
  const { slug, isClosedGroup, hasInvite } = group
  const address = paths.closedGroup(language, slug)
  const state = isClosedGroup ? (hasInvite ? 'invited' : 'closed') : 'open'
  return (
    <Stack gap="large">
      <LoneLink href={paths.staffOffer(language, slug)}>{t('registration.rules.toOffer')}</LoneLink>
      {news && <Notice announce tone="success" title={t(`registration.closedGroup.news.${news}`)} />}
      <Section title={t(`registration.closedGroup.is.${state}`)}>
        <Stack>
          <p>{t(`registration.closedGroup.means.${state}`)}</p>
          <Cluster>
            <ConfirmButton kind="primary" action={address}>
              {t(`registration.closedGroup.make.${state}`)}
            </ConfirmButton>
            {hasInvite && (
              <ConfirmButton action={`${address}/end`} fields={{ do: 'take-back' }}>
                {t('registration.closedGroup.takeBack')}
              </ConfirmButton>
            )}
            {isClosedGroup && (
              <ConfirmButton kind="quiet" action={`${address}/end`} fields={{ do: 'open' }}>
                {t('registration.closedGroup.open')}
              </ConfirmButton>
            )}
          </Cluster>
        </Stack>
      </Section>
    </Stack>
  )
}

/** The link, this once: only its hash is kept. Prints as a sheet that whoever is invited photographs. */
export const InviteMadePage = ({
  group: { slug, title, titleLanguage },
  address,
  wording,
}: {
  group: ManagedOffer
  address: string
  wording: Wording
}) => {
  const { t, language } = wording
  return (
    <Stack>
      <Notice announce tone="success" title={t('registration.closedGroup.made')}>
        {t('registration.closedGroup.once')}
      </Notice>
      <h2>
        <bdi lang={titleLanguage}>{title}</bdi>
      </h2>
      <QrCode text={address} label={t('registration.closedGroup.picture')} />
      <p>
        <a href={address} class="number">
          <bdi dir="ltr">{address}</bdi>
        </a>
      </p>
      <LoneLink href={paths.closedGroup(language, slug)}>{t('registration.change.back')}</LoneLink>
    </Stack>
  )
}
