import { Button, Cluster, ConfirmButton, LinkButton, Notice, type Tone } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { isLive } from '../registration.ts'
import type { RegistrationView } from '../show.ts'
import { DataNotice, IntakeFacts, OfferTitle } from './intake-facts.tsx'

export type News =
  | 'changed'
  | 'accepted'
  | 'declined'
  | 'cancelled'
  | 'too-late'
  | 'nothing-offered'
  | 'already-ended'

type Props = { view: RegistrationView; wording: Wording; address: string; news: News | undefined }

/** One registration, for whoever has its link: first names and the session, and what can be done. */
export const MyPage = ({ view, wording, address, news }: Props) => {
  const { registration } = view
  const { t } = wording
  const names = wording.list([
    registration.household.called,
    ...registration.party.children.map(child => child.firstName),
  ])
  return (
    <div class="stack">
      <h1>
        <OfferTitle view={view} wording={wording} />
      </h1>
      {news && (
        <Notice
          tone={news === 'too-late' ? 'warning' : 'success'}
          title={t(`registration.news.${news}`)}
          announce
        />
      )}
      <State view={view} wording={wording} address={address} />
      <IntakeFacts view={view} wording={wording} />
      <p>{t('registration.my.who', { names })}</p>
      {isLive(registration.state) && (
        <Cluster>
          <LinkButton href={`${address}/change`}>{t('registration.my.change')}</LinkButton>
          <LinkButton kind="quiet" href={`${address}/cancel`}>
            {t('registration.my.cancel')}
          </LinkButton>
        </Cluster>
      )}
      <DataNotice view={view} wording={wording} />
    </div>
  )
}

const tones: Record<RegistrationView['registration']['state'], Tone> = {
  ...{ confirmed: 'success', waiting: 'info', offered: 'warning' },
  ...{ cancelled: 'info', declined: 'info', expired: 'info' },
}

const State = ({ view: { registration, position }, wording, address }: Omit<Props, 'news'>) => {
  const { t } = wording
  return (
    <Notice tone={tones[registration.state]} title={t(`registration.state.${registration.state}`)}>
      {position !== null && <p>{t('registration.my.position', { position })}</p>}
      {registration.offeredUntil && (
        <>
          <p>{t('registration.my.offeredUntil', { until: wording.moment(registration.offeredUntil) })}</p>
          <form class="cluster" method="post" action={`${address}/answer`}>
            <Button kind="primary" name="answer" value="accept">
              {t('registration.my.accept')}
            </Button>
            <Button name="answer" value="decline">
              {t('registration.my.decline')}
            </Button>
          </form>
        </>
      )}
    </Notice>
  )
}

/** Asks once more before places are given back. */
export const CancelPage = ({ view, wording, address }: Omit<Props, 'news'>) => {
  const { t } = wording
  return (
    <div class="stack">
      <h1>{t('registration.cancel.title')}</h1>
      <p>
        <OfferTitle view={view} wording={wording} />
      </p>
      <IntakeFacts view={view} wording={wording} />
      <p>{t('registration.cancel.lead')}</p>
      <Cluster>
        <ConfirmButton kind="danger" action={`${address}/cancel`}>
          {t('registration.cancel.yes')}
        </ConfirmButton>
        <LinkButton href={address}>{t('registration.cancel.no')}</LinkButton>
      </Cluster>
    </div>
  )
}
