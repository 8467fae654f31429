import { Cluster, ConfirmButton } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'

/** Asks once more before a place is given up without a network; the phone knows which one, this page does not. */
export const CancelLaterPage = ({ wording: { t } }: { wording: Wording }) => (
  <div class="stack">
    <h1>{t('registration.cancel.title')}</h1>
    <p>{t('offline.cancel')}</p>
    <Cluster>
      <ConfirmButton kind="danger" action=".">
        {t('registration.cancel.yes')}
      </ConfirmButton>
    </Cluster>
  </div>
)
