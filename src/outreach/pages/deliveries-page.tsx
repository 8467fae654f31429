import { DataTable, EmptyState, LoneLink, Stack, Tag, type Tone } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Delivery } from '../deliveries.ts'
import { paths } from '../paths.ts'

type Props = {
  deliveries: readonly Delivery[]
  /** The message before which the next page begins. */
  next: string | undefined
  /** Where only one family is asked about. */
  registrationId: string | undefined
  wording: Wording
}

/** What families were told, by which way, and whether it arrived. */
export const DeliveriesPage = ({ deliveries, next, registrationId, wording }: Props) => {
  const { t, language } = wording
  const isOneFamily = registrationId !== undefined
  return (
    <Stack gap="large">
      <LoneLink href={isOneFamily ? paths.deliveries(language) : paths.calls(language)}>
        {t(isOneFamily ? 'outreach.log.all' : 'outreach.log.toCalls')}
      </LoneLink>
      <p>{t('outreach.log.about')}</p>
      <LoneLink href={paths.previews(language)}>{t('outreach.preview.title')}</LoneLink>
      {deliveries.length === 0 ? (
        <EmptyState icon="mail" title={t('outreach.log.none')}>
          {t('outreach.log.noneHint')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('outreach.log.title')}
          captionHidden
          columns={[
            { label: t('outreach.log.what'), cell: delivery => <What {...{ delivery, wording }} /> },
            { label: t('outreach.log.who'), cell: ({ called }) => <bdi>{called ?? '–'}</bdi> },
            { label: t('outreach.log.when'), cell: ({ createdAt }) => wording.moment(createdAt) },
            { label: t('outreach.log.way'), cell: ({ channel }) => t(`outreach.mailbox.channel.${channel}`) },
            { label: t('outreach.log.stateTerm'), cell: delivery => <Outcome {...{ delivery, wording }} /> },
          ]}
          rows={[...deliveries]}
        />
      )}
      {next && (
        <LoneLink href={paths.deliveries(language, registrationId, next)}>{t('outreach.log.older')}</LoneLink>
      )}
    </Stack>
  )
}

type Single = { delivery: Delivery; wording: Wording }

const What = ({ delivery: { kind, offerTitle }, wording: { t } }: Single) => (
  <>
    {kind === 'letter' || offerTitle === null
      ? t('outreach.log.letter')
      : t(`outreach.kind.${kind}.subject`, { offer: offerTitle })}
  </>
)

const Outcome = ({ delivery, wording }: Single) => {
  const { t } = wording
  const { state, channel, reason, dueAt, createdAt } = delivery
  const isByPerson = state === 'sent' && (channel === 'phone' || channel === 'paper')
  const waitsUntil = state === 'waiting' && Temporal.Instant.compare(dueAt, createdAt) > 0 && dueAt
  return (
    <>
      <Tag label={t(`outreach.log.state.${isByPerson ? 'told' : state}`)} tone={tones[state]} />
      {waitsUntil && <> {t('outreach.log.until', { when: wording.moment(waitsUntil) })}</>}
      {reason && state !== 'sent' && <> {t(`outreach.calls.reason.${reason}`)}</>}
    </>
  )
}

const tones: Record<Delivery['state'], Tone> = {
  ...({
    waiting: 'info',
    sent: 'success',
    failed: 'danger',
    'by-hand': 'warning',
    bounced: 'danger',
  } as const),
}
