import type { Wording } from '../../platform/wording/wording.ts'

/** A cancellation waits on the phone; the worker of the browser puts in the place of this page what became of it. */
export const SentLaterPage = ({ wording: { t } }: { wording: Wording }) => (
  <div class="stack">
    <h1>{t('offline.sentLater.title')}</h1>
    <p>{t('offline.sentLater.lead')}</p>
  </div>
)
