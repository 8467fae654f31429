import { LinkButton, Notice } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Keys } from '../link.ts'
import type { RegistrationState } from '../registration.ts'
import type { IntakeView } from '../show.ts'
import { IntakeFacts, OfferTitle } from './intake-facts.tsx'

type Props = {
  view: IntakeView
  wording: Wording
  state: RegistrationState
  keys: Keys
  /** The whole personal address, to be kept. */
  address: string
}

/** "You are in", or "you are in line": what happens next, and the code to keep. */
export const RegisteredPage = ({ view, wording, state, keys, address }: Props) => {
  const { t } = wording
  const isIn = state === 'confirmed'
  return (
    <div class="stack">
      <h1>{t(isIn ? 'registration.done.confirmed' : 'registration.done.waiting')}</h1>
      <Notice tone={isIn ? 'success' : 'info'} title={<OfferTitle view={view} wording={wording} />} announce>
        {t(isIn ? 'registration.done.confirmedNext' : 'registration.done.waitingNext')}
      </Notice>
      <IntakeFacts view={view} wording={wording} />
      <section class="stack stack--small">
        <h2>{t('registration.done.codeTitle')}</h2>
        <p class="big-code" dir="ltr">
          {keys.code}
        </p>
        <p>{t('registration.done.codeUse')}</p>
      </section>
      <LinkButton kind="primary" href={address}>
        {t('registration.done.manage')}
      </LinkButton>
    </div>
  )
}
