import { Cluster, ConfirmButton, LinkButton } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { RegistrationView } from '../show.ts'
import { IntakeFacts, OfferTitle, whenInWords } from './intake-facts.tsx'

/** Asks once more before places, or the place in line, are given up. */
export const CancelPage = ({
  view,
  wording,
  address,
}: {
  view: RegistrationView
  wording: Wording
  address: string
}) => {
  const { t } = wording
  const isWaiting = view.registration.state === 'waiting'
  return (
    <div class="stack">
      <h1>{t('registration.cancel.title')}</h1>
      <p>
        <OfferTitle view={view} wording={wording} />
      </p>
      <p>{whenInWords(view, wording)}</p>
      <p>{t(isWaiting ? 'registration.cancel.leadWaiting' : 'registration.cancel.lead')}</p>
      <Cluster>
        <ConfirmButton kind="danger" action={`${address}/cancel`}>
          {t('registration.cancel.yes')}
        </ConfirmButton>
        <LinkButton href={address}>{t('registration.cancel.no')}</LinkButton>
      </Cluster>
      <IntakeFacts view={view} wording={wording} />
    </div>
  )
}
