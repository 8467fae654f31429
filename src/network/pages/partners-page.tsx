import {
  Card,
  EmptyState,
  Icon,
  LoneLink,
  Notice,
  Row,
  Rows,
  Stack,
  Tag,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { type AgreementState, agreementState } from '../due.ts'
import { paths } from '../paths.ts'
import type { ListedPartner } from '../store/partners.ts'

type Props = {
  partners: readonly ListedPartner[]
  isGone: boolean
  today: Temporal.PlainDate
  wording: Wording
}

/** With whom the own centre works; what has run out or soon will stands on top. */
export const PartnersPage = ({ partners, isGone, today, wording }: Props) => {
  const { t } = wording
  const isDue = ({ until }: ListedPartner) => ['running-out', 'ended'].includes(agreementState(until, today))
  const due = partners.filter(isDue)
  const others = partners.filter(partner => !isDue(partner))
  return (
    <Stack gap="large">
      {isGone && <Notice announce tone="success" title={t('network.news.taken-out')} />}
      {partners.length === 0 && (
        <EmptyState icon="neighbours" title={t('network.partners.none')}>
          {t('network.partners.noneHint')}
        </EmptyState>
      )}
      {due.length > 0 && (
        <Card title={t('network.partners.due')}>
          <PartnerRows {...{ partners: due, today, wording }} />
        </Card>
      )}
      {others.length > 0 && (
        <Card title={t('network.partners.all')}>
          <PartnerRows {...{ partners: others, today, wording }} />
        </Card>
      )}
    </Stack>
  )
}

const PartnerRows = ({ partners, today, wording }: Omit<Props, 'isGone'>) => {
  const { t, language } = wording
  return (
    <Rows>
      {partners.map(partner => (
        <Row
          start={<Icon name="neighbours" />}
          title={
            <LoneLink href={paths.partner(language, partner.id)}>
              <bdi>{partner.name}</bdi>
            </LoneLink>
          }
          note={
            <>
              {[
                t(`network.kind.${partner.kind}`),
                t(partner.isPublished ? 'network.partners.published' : 'network.partners.internal'),
                partner.isExample ? t('network.example') : '',
              ]
                .filter(Boolean)
                .join(' · ')}{' '}
              <AgreementTag until={partner.until} {...{ today, wording }} />
            </>
          }
        />
      ))}
    </Rows>
  )
}

const tones = { running: 'info', 'running-out': 'warning', ended: 'danger' } as const

const AgreementTag = ({
  until,
  today,
  wording: { t, fullDay },
}: {
  until: Temporal.PlainDate | null
  today: Temporal.PlainDate
  wording: Wording
}) => {
  const state: AgreementState = agreementState(until, today)
  if (state === 'none' || !until) return null
  return <Tag tone={tones[state]} label={t(`network.agreement.${state}`, { day: fullDay(until) })} />
}
